import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Config {
  /** The project's folder: policies/, sample/ and the migrations are read from it. */
  root: string
  /** Where everything of this installation lies: database, uploads, backups. */
  dataDir: string
  /** A PostgreSQL to use instead of the embedded engine. */
  databaseUrl: string | undefined
  port: number
  host: string
  /** Behind https the session cookie carries the __Host- prefix; on a plain LAN it cannot. */
  secureCookies: boolean
  /** Who does nothing for so long is signed out. */
  idleMinutes: number
  /** How long the audit is kept; never under the 184 days that the law asks for. */
  auditDays: number
  /** Asks from one address in a minute: by default a bureau of 200 people, each opening a page every few seconds. */
  asksPerMinute: number
  /** Whether offices, bureaus and who keeps the accounts have no rights until they have set up a second factor. */
  secondFactor: 'required' | 'optional'
  /** The sign-in of the house (OpenID Connect), where there is one. */
  oidc: OidcConfig | undefined
  /** Where the tiles of a street map come from (天地图, with the key of the installation); undefined: maps are drawn from our own places alone. */
  tilesUrl: string | undefined
  /** The site as people reach it, for links in letters: https://yanzhen.example.edu.cn */
  siteAddress: string
  /** The mail server, smtp://user:password@host:port (smtps:// for TLS from the start); undefined: no mail is sent. */
  smtpUrl: string | undefined
  mailFrom: string
  /** Where kept files lie, if not in the data folder. */
  s3: S3Config | undefined
  /** Whether webhooks may lead into the house's own network, and to this machine without https. */
  insideWebhooks: boolean
}

export interface OidcConfig {
  issuer: string
  clientId: string
  clientSecret: string
  /** On the button: 用区统一身份登录. */
  name: string
}

/** A bucket of a store that speaks S3. */
export interface S3Config {
  endpoint: string
  region: string
  bucket: string
  /** What the names of our objects begin with, where the bucket holds others, too. */
  prefix: string
  accessKey: string
  secretKey: string
}

/** The project's folder, found from wherever this file runs: src/platform in development, dist when built. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const up = dirname(folder)
    if (up === folder) throw new Error('package.json not found above ' + fileURLToPath(import.meta.url))
    folder = up
  }
  return folder
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const root = projectRoot()
  return {
    root,
    dataDir: resolve(env['YANZHEN_DATA'] ?? join(root, 'data')),
    databaseUrl: env['DATABASE_URL'] || undefined,
    port: Number(env['PORT'] ?? 3000),
    host: env['HOST'] ?? 'localhost',
    secureCookies: env['YANZHEN_HTTPS'] === 'on',
    idleMinutes: Number(env['YANZHEN_IDLE_MINUTES'] ?? 30),
    auditDays: Math.max(184, Number(env['YANZHEN_AUDIT_DAYS'] ?? 400)),
    asksPerMinute: Number(env['YANZHEN_ASKS_PER_MINUTE'] ?? 3000),
    secondFactor: env['YANZHEN_SECOND_FACTOR'] === 'required' ? 'required' : 'optional',
    oidc: readOidc(env),
    tilesUrl: tilesUrlOf(env['YANZHEN_TIANDITU_KEY']),
    siteAddress: (env['YANZHEN_SITE_ADDRESS'] ?? `http://localhost:${env['PORT'] ?? 3000}`).replace(/\/+$/, ''),
    smtpUrl: env['YANZHEN_SMTP_URL'] || undefined,
    mailFrom: env['YANZHEN_MAIL_FROM'] ?? '雁阵 <yanzhen@localhost>',
    s3: readS3(env),
    insideWebhooks: env['YANZHEN_INSIDE_WEBHOOKS'] === 'on',
  }
}

function readS3(env: NodeJS.ProcessEnv): S3Config | undefined {
  const [endpoint, bucket] = [env['YANZHEN_S3_ENDPOINT'], env['YANZHEN_S3_BUCKET']]
  if (!endpoint || !bucket) return undefined
  return {
    endpoint,
    bucket,
    region: env['YANZHEN_S3_REGION'] ?? 'us-east-1',
    prefix: env['YANZHEN_S3_PREFIX'] ?? '',
    accessKey: env['YANZHEN_S3_ACCESS_KEY'] ?? '',
    secretKey: env['YANZHEN_S3_SECRET_KEY'] ?? '',
  }
}

function readOidc(env: NodeJS.ProcessEnv): OidcConfig | undefined {
  const issuer = env['YANZHEN_OIDC_ISSUER']
  if (!issuer) return undefined
  return {
    issuer,
    clientId: env['YANZHEN_OIDC_CLIENT_ID'] ?? 'yanzhen',
    clientSecret: env['YANZHEN_OIDC_CLIENT_SECRET'] ?? '',
    name: env['YANZHEN_OIDC_NAME'] ?? '用区统一身份登录',
  }
}

const TILES = 'SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles'
const tilesUrlOf = (key: string | undefined): string | undefined =>
  key &&
  `https://t0.tianditu.gov.cn/vec_w/wmts?${TILES}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`
