/** Beyond so many findings of the rules of wording a preview tells no more of them. */
export const mostAdvice = 50
