import { demoPassword, type Session } from './contract'
import { Http } from './http'
import { Line, type Way } from './line'

const own = ['/user/queue/calls', '/user/queue/messages', '/user/queue/signals', '/user/queue/errors']

/** Somebody with a client of another make, who knows nothing but the protocol. */
export class Stranger {
  private opened: Line | undefined

  private constructor(
    readonly session: Session,
    readonly http: Http,
  ) {}

  /** Signed in, not yet connected. */
  static async person(username: string): Promise<Stranger> {
    return Stranger.enter('/api/session', { username, password: demoPassword })
  }

  static async desk(pairingCode: string): Promise<Stranger> {
    return Stranger.enter('/api/desk/pair', { pairingCode })
  }

  private static async enter(path: string, body: unknown): Promise<Stranger> {
    const http = new Http()
    await http.ask('GET', '/api/session')
    await http.post<Session>(path, body, 200)
    return new Stranger(await http.get<Session>('/api/session'), http)
  }

  get line(): Line {
    if (!this.opened) throw new Error(`${this.session.username} is not connected`)
    return this.opened
  }

  async connect(way: Way): Promise<void> {
    this.opened = await Line.open(way, this.http)
    const { role, regions } = this.session
    const topics = role === 'DESK' ? [] : regions.map((region) => `/topic/regions.${region.code}`)
    await this.line.follow(...own, ...(role === 'DESK' ? [] : ['/user/queue/notes']), ...topics)
  }

  async disconnect(): Promise<void> {
    await this.opened?.close()
    this.opened = undefined
  }
}
