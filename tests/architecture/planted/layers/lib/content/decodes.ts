// plant: pictures-apart
import sharp from 'sharp'

export const decodes = sharp
