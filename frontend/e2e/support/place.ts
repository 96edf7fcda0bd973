import { demoPassword, type Named, type Person } from './contract'
import type { Http } from './http'
import { newId } from './texts'

/** A region of a test's own: nobody else rings, answers or counts there. */
export class Place {
  readonly region: Named
  readonly desk: Named
  readonly otherDesk: Named
  readonly guide: Person
  readonly colleague: Person

  private constructor(private readonly admin: Http) {
    // After the demo's own wherever things are listed by code.
    const code = `t-${newId().slice(0, 8)}`
    this.region = { code, name: '제주' }
    this.desk = { code: `${code}-1`, name: '공항 도착장 1번' }
    this.otherDesk = { code: `${code}-2`, name: '오름 쉼터 2번' }
    this.guide = { username: `${code}.guide1`, displayName: '나래' }
    this.colleague = { username: `${code}.guide2`, displayName: '다온' }
  }

  static async make(admin: Http): Promise<Place> {
    const place = new Place(admin)
    const region = place.region.code
    const languages = ['ko', 'en', 'ja', 'zh', 'zh-TW']
    const person = { role: 'GUIDE', regions: [region], password: demoPassword }
    await admin.post('/api/admin/regions', { ...place.region, timeZone: 'Asia/Seoul' }, 201)
    await Promise.all([
      ...place.desks.map((desk) => admin.post('/api/admin/desks', { ...desk, region, languages }, 201)),
      ...place.guides.map((guide) => admin.post('/api/admin/accounts', { ...guide, ...person }, 201)),
    ])
    return place
  }

  /** A new one each time: it can be used once. */
  async pairingCode({ code } = this.desk): Promise<string> {
    const path = `/api/admin/desks/${code}/pairing`
    const { pairingCode } = await this.admin.post<{ pairingCode: string }>(path, undefined, 201)
    return pairingCode
  }

  /** What has a history stays, without anybody who would miss it. */
  async clear(): Promise<void> {
    await Promise.all([
      ...this.guides.map(({ username }) => this.admin.ask('DELETE', `/api/admin/accounts/${username}`)),
      ...this.desks.map(({ code }) => this.removeDesk(`/api/admin/desks/${code}`)),
    ])
    await this.admin.ask('DELETE', `/api/admin/regions/${this.region.code}`)
  }

  private get desks(): Named[] {
    return [this.desk, this.otherDesk]
  }

  private get guides(): Person[] {
    return [this.guide, this.colleague]
  }

  private async removeDesk(path: string): Promise<void> {
    const { status } = await this.admin.ask('DELETE', path)
    // It has had calls.
    if (status === 409) await this.admin.patch(path, { enabled: false })
  }
}

/** The places of one test, made when they are asked for. */
export class Places {
  private readonly made: Place[] = []

  constructor(private readonly admin: Http) {}

  async make(): Promise<Place> {
    const place = await Place.make(this.admin)
    this.made.push(place)
    return place
  }

  async clear(): Promise<void> {
    await Promise.all(this.made.map((place) => place.clear()))
  }
}
