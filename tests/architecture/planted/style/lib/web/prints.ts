// plant: suspicious/noConsole
export const print = () => console.log('hello')
