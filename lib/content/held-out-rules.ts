import { type FileProblem, ofFile } from '#lib/content/file-problem'
import type { ModuleFolder } from '#lib/content/module-folder'
import { bankItem, readyItems } from '#lib/content/quiz-rules'
import type { PublishableTrack } from '#lib/content/track-files'
import { bankBeside } from '#lib/domain/curriculum/held-out-items'

/** The newest version of each track: an older one cannot be mended, and a quiz goes on with the whole bank then. */
function newest(tracks: readonly PublishableTrack[]): readonly PublishableTrack[] {
  return tracks.filter(({ id, version }) => !tracks.some((each) => each.id === id && each.version > version))
}

/** A quiz must be able to do without what is asked after the training, or the form would ask what it has shown already. */
export function heldOutProblems(
  tracks: readonly PublishableTrack[],
  modules: readonly ModuleFolder[],
): readonly FileProblem[] {
  return newest(tracks).flatMap(({ file, forms, modules: wanted }) =>
    modules.flatMap(({ about, versions }) => {
      const version = versions.at(-1)
      const after = forms?.after ?? []
      if (!version || !wanted.includes(about.value.id)) return []
      const { draw: size, blueprint = null } = version.version.value
      const bank = readyItems(version.quiz.value).map(bankItem)
      const isMissed = bankBeside(bank, after, { size, blueprint }) === bank
      return isMissed && bank.some(({ id }) => after.includes(id))
        ? [
            ofFile(
              file,
              `The quiz of “${about.value.id}” cannot do without what is asked after the training.`,
            ),
          ]
        : []
    }),
  )
}
