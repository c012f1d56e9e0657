// plant: security/noDangerouslySetInnerHtml
export const Raw = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />
