import { NodeTypes, type ElementNode, type TemplateChildNode } from '@vue/compiler-dom'
import { parse } from 'vue/compiler-sfc'
import { expect, it } from 'vitest'

/** All templates of the pages, read as the compiler reads them. */
const files = import.meta.glob<string>('../**/*.vue', { query: '?raw', import: 'default', eager: true })

const sources = import.meta.glob<string>(['../**/*.{vue,ts}', '!../**/*.spec.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const attribute = (element: ElementNode, name: string) => {
  const found = element.props.find((each) => each.type === NodeTypes.ATTRIBUTE && each.name === name)
  return found?.type === NodeTypes.ATTRIBUTE ? (found.value?.content ?? '') : undefined
}

type Visit = (element: ElementNode, file: string) => void

function visitAll(visit: Visit): void {
  const walk = (node: TemplateChildNode, file: string) => {
    if (node.type !== NodeTypes.ELEMENT) return
    visit(node, file)
    node.children.forEach((child) => walk(child, file))
  }
  for (const [file, source] of Object.entries(files)) {
    parse(source).descriptor.template?.ast?.children.forEach((each) => walk(each, file))
  }
}

/** Decided while the page runs: a choice, never words. */
const isBound = (element: ElementNode, name: string) =>
  element.props.some((each) => each.type === NodeTypes.DIRECTIVE && each.arg?.loc.source === name)

const written = new Set([undefined, 'text', 'search'])
/** Takes digits and a colon. */
const numbers = ['HoursDay.vue']

it('every field turns to the side from which its words are read', () => {
  const stiff: string[] = []
  visitAll((element, file) => {
    const takesWords =
      element.tag === 'textarea' ||
      (element.tag === 'input' && !isBound(element, 'type') && written.has(attribute(element, 'type')))
    if (takesWords && attribute(element, 'dir') !== 'auto' && !numbers.some((each) => file.endsWith(each)))
      stiff.push(`${file}: ${element.loc.source.slice(0, 60)}`)
  })
  expect(stiff).toEqual([])
})

/** What a visitor or a colleague has written, or is called. */
const theirs = /\.(contents|reason|comment|displayName)\b|\btextOf\(|\bnoteText\(|\bnoteSender\(/

it('every word of somebody stands by itself, whichever way it is read', () => {
  const stiff: string[] = []
  visitAll((element, file) => {
    if (element.tag === 'bdi' || attribute(element, 'dir') === 'auto') return
    for (const child of element.children) {
      if (child.type !== NodeTypes.INTERPOLATION) continue
      const words = child.content.loc.source
      // In a sentence of ours, or only its first letter.
      if (!theirs.test(words) || /\bt\([^)]*\{/.test(words) || words.startsWith('[')) continue
      stiff.push(`${file}: ${words}`)
    }
  })
  expect(stiff).toEqual([])
})

it('no field cuts off what is written', () => {
  const cutting: string[] = []
  visitAll((element, file) => {
    const cuts = element.props.some((each) =>
      each.type === NodeTypes.ATTRIBUTE
        ? each.name === 'maxlength'
        : each.type === NodeTypes.DIRECTIVE && each.arg?.loc.source === 'maxlength',
    )
    if (cuts) cutting.push(file)
  })
  expect(cutting).toEqual([])
})

it('every text is counted by the one counter', () => {
  const counting = /\.length\s*[<>]=?\s*(?:\w*longest\w*|max\w*|\d{3,})/i
  expect(Object.keys(sources).filter((path) => counting.test(sources[path] ?? ''))).toEqual([])
})
