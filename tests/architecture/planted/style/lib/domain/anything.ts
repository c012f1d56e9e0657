// plant: suspicious/noExplicitAny
export const same = (value: any): unknown => value
