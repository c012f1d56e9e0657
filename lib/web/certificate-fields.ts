import * as z from 'zod'

/** The certificate's id in addresses of those who may open it; its public number is another thing. */
export const certificateId = z.uuid()
/** As typed or copied: the use case reads it kindly, and answers nonsense like an unknown number. */
export const certificateNumber = z.string().max(200)
export const printedName = z.string('name-missing').trim().min(1, 'name-missing').max(200, 'name-too-long')
