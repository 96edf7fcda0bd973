/** An option of a select, checkbox or radio group. */
export interface Choice {
  value: string
  text: string
}
