// plant: style/noProcessEnv
export const secret = () => process.env['AUTH_SECRET']
