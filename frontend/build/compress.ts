import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import type { Plugin } from 'vite'

const worthwhile = /\.(?:js|css|html|svg)$/
/** Less than that gains nothing worth a file. */
const atLeast = 512

const encodings = {
  '.br': (file: Buffer) =>
    promisify(brotliCompress)(file, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: file.length } }),
  '.gz': (file: Buffer) => promisify(gzip)(file, { level: constants.Z_BEST_COMPRESSION }),
}

async function compressFile(path: string): Promise<void> {
  const file = await readFile(path)
  if (file.length < atLeast) return
  await Promise.all(
    Object.entries(encodings).map(async ([end, encode]) => {
      const encoded = await encode(file)
      if (encoded.length < file.length) await writeFile(path + end, encoded)
    }),
  )
}

/** Leaves each file in Brotli and gzip beside it, so that the server compresses nothing while somebody waits. */
export function compress(): Plugin {
  return {
    name: 'deskbell:compress',
    apply: 'build',
    async writeBundle({ dir = 'dist' }) {
      const files = await readdir(dir, { recursive: true })
      await Promise.all(
        files.filter((each) => worthwhile.test(each)).map((each) => compressFile(join(dir, each))),
      )
    },
  }
}
