/** One of the things to choose from. */
export interface Choice {
  value: string
  text: string
}
