import type { BeginSecondFactorRefusal } from '#lib/use-cases/account/begin-second-factor'
import type { ChoosePasswordRefusal } from '#lib/use-cases/account/choose-password'
import type { ConfirmSecondFactorRefusal } from '#lib/use-cases/account/confirm-second-factor'
import type { CreatePracticeRefusal } from '#lib/use-cases/account/create-practice'
import type { ProveSecondFactorRefusal } from '#lib/use-cases/account/prove-second-factor'
import type { SignInRefusal } from '#lib/use-cases/account/sign-in'
import type { ChangeAlarmRefusal } from '#lib/use-cases/calendar/change-alarm'

export type AccountRefusal =
  | BeginSecondFactorRefusal
  | ChangeAlarmRefusal
  | ChoosePasswordRefusal
  | ConfirmSecondFactorRefusal
  | CreatePracticeRefusal
  | ProveSecondFactorRefusal
  | SignInRefusal
