// plant: nursery/noImpliedEval
export const make = (text: string) => new Function(text)
