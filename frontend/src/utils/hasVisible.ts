// As the server sees it: neither spaces and controls can be seen, nor marks alone, nor what only shapes or joins
// others, nor letters drawn as nothing; the formats that can be are signs around numbers.
const visible =
  /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\ufffc\u{1d159}\u{13441}\u{13442}]|[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u

/** Whether anything of a text can be seen; the server refuses one of which nothing can. */
export const hasVisible = (text: string): boolean => visible.test(text)
