// plant: next-only-in-app-web-and-components
import { ImageResponse } from 'next/og'

export const draw = ImageResponse
