import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { signRecord } from '#lib/audit/sign-record'
import { newSigningKeyPem, readSigningKey } from '#lib/audit/signing-key'
import { verifyCertificate } from '#lib/audit/verify-certificate'
import { certificateNumberFrom } from '#lib/domain/certification/certificate-number'

const folder = mkdtempSync(path.join(tmpdir(), 'beacon-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))
const certificateKeyFile = path.join(folder, 'key.pem')
writeFileSync(certificateKeyFile, await newSigningKeyPem())
const keys = { certificateKeyFile, certificateEarlierKeysFile: undefined }

const number = certificateNumberFrom(new Uint8Array(16).fill(7))
const early = { number, trackTitle: 'Foundations', modules: [{ title: 'One', version: 1 }] }
const sign = async (document: object) =>
  signRecord('certificate', document as never, await readSigningKey(certificateKeyFile))

test('a certificate from before there were cases verifies as it was signed, and has none', async () => {
  expect(await verifyCertificate(await sign(early), number, keys)).toEqual({ ...early, cases: [] })
})

test('the cases that were signed are the cases that are read', async () => {
  const cases = [{ caseVersionId: 'c01@1', title: 'A case', version: 1, minutes: 10 }]
  expect(await verifyCertificate(await sign({ ...early, cases }), number, keys)).toMatchObject({ cases })
})
