import { launchSettingsFrom } from '#lib/system/env'

// A process of its own for the start: what validates the settings would otherwise stay in memory for as long as it runs.
process.send?.(launchSettingsFrom(process.env), undefined, undefined, () => process.exit(0))
