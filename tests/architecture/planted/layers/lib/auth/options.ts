// plant: none
import nextAuth from 'next-auth'

export const options = nextAuth
