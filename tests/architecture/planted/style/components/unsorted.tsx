// plant: nursery/useTailwindSortedClasses
export const Box = () => <p className="p-4 flex">Words</p>
