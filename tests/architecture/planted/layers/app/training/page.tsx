// plant: none
import { notFound } from 'next/navigation'
import * as z from 'zod'
import { parts } from '#components/link'
import { viewTraining } from '#lib/use-cases/training/view-training'
import { command } from '#lib/web/command'

export default [notFound, z, parts, viewTraining, command]
