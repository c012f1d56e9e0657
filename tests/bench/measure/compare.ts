import { type Driven, drive, type Limit, type Operation } from '#tests/bench/load/drive'
import { percentile, rounded, sumOf } from '#tests/bench/measure/statistics'
import type { App } from '#tests/bench/stack/app'
import { cpuMsOf } from '#tests/bench/stack/process-tree'

/** What one app did at one number of connections, over all rounds. */
export type Figures = {
  readonly operations: number
  /** Of all processes of the app, the database's included. */
  readonly cpuMsPerOperation: number
  readonly operationsPerSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly faults: readonly string[]
}

/** Beacon's figures over the bare app's. */
export type Ratios = {
  readonly cpu: number
  readonly throughput: number
  readonly p50: number
  readonly p95: number
  /** The CPU ratio of each round alone: how steady the machine was. */
  readonly cpuOfRounds: readonly number[]
}

export type Comparison = {
  readonly connections: number
  readonly beacon: Figures
  readonly bare: Figures
  readonly ratios: Ratios
}

export type Side = {
  readonly app: App
  readonly operation: Operation
  /** Run before each round, and not measured. */
  readonly prepare?: () => Promise<void>
}

export type Effort = { readonly rounds: number; readonly limit: Limit; readonly warmUp: Limit }

const connectionCounts = [1, 8, 32] as const

type Measured = Driven & { readonly cpuMs: number }
type Pair = { readonly beacon: Measured; readonly bare: Measured }

let turn = 0

/** Both apps do the same work by turns, A B A B, at 1, 8 and 32 connections. */
export async function compare(beacon: Side, bare: Side, effort: Effort): Promise<Comparison[]> {
  for (const side of [beacon, bare]) await measure(side, 8, effort.warmUp)
  const comparisons: Comparison[] = []
  for (const connections of connectionCounts) {
    const pairs: Pair[] = []
    for (let round = 0; round < effort.rounds; round++) {
      pairs.push({
        beacon: await measure(beacon, connections, effort.limit),
        bare: await measure(bare, connections, effort.limit),
      })
    }
    comparisons.push(comparisonOf(connections, pairs))
  }
  return comparisons
}

/** One app alone, where there is nothing to compare it with. */
export async function measureAlone(
  side: Side,
  connections: number,
  { warmUp, limit }: Effort,
): Promise<Figures> {
  await measure(side, connections, warmUp)
  return figuresOf([await measure(side, connections, limit)])
}

async function measure(
  { app, operation, prepare }: Side,
  connections: number,
  limit: Limit,
): Promise<Measured> {
  await prepare?.()
  const before = cpuMsOf(app.roots)
  const driven = await drive(operation, { connections, limit, firstTurn: turn })
  turn += driven.operations
  return { ...driven, cpuMs: cpuMsOf(app.roots) - before }
}

function comparisonOf(connections: number, pairs: readonly Pair[]): Comparison {
  const beacon = figuresOf(pairs.map((pair) => pair.beacon))
  const bare = figuresOf(pairs.map((pair) => pair.bare))
  const ratios = {
    cpu: rounded(beacon.cpuMsPerOperation / bare.cpuMsPerOperation),
    throughput: rounded(beacon.operationsPerSecond / bare.operationsPerSecond),
    p50: rounded(beacon.p50Ms / bare.p50Ms),
    p95: rounded(beacon.p95Ms / bare.p95Ms),
    cpuOfRounds: pairs.map((pair) => rounded(cpuEach(pair.beacon) / cpuEach(pair.bare))),
  }
  return { connections, beacon, bare, ratios }
}

const cpuEach = ({ cpuMs, operations }: Measured) => cpuMs / operations

function figuresOf(runs: readonly Measured[]): Figures {
  const operations = sumOf(runs.map((run) => run.operations))
  const latencies = runs.flatMap((run) => run.latenciesMs)
  return {
    operations,
    cpuMsPerOperation: rounded(sumOf(runs.map((run) => run.cpuMs)) / operations),
    operationsPerSecond: rounded(operations / sumOf(runs.map((run) => run.seconds))),
    p50Ms: rounded(percentile(latencies, 0.5)),
    p95Ms: rounded(percentile(latencies, 0.95)),
    faults: runs.flatMap(({ fault }) => fault ?? []),
  }
}
