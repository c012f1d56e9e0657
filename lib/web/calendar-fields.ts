import * as z from 'zod'
import { alarmChoices } from '#lib/domain/compliance/calendar-entries'

export const alarmField = z.enum(alarmChoices, 'alarm-missing')
