import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { Endpoint } from '#shared/endpoint.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set on uploading routes: their body is not JSON, so the schema does not say it. */
    endpoint?: Endpoint
    /** Pages of other sites may send it. */
    fromElsewhere?: true
  }
}

/** The words of the API page for the first part of an address. */
const subjects: Record<string, string> = {
  session: '登录和账号',
  clusters: '学区和集团',
  units: '单位',
  schools: '学校',
  teachers: '教师',
  imports: '导入台账',
  health: '运行状态',
}

/** The agreement with every browser and program: OpenAPI 3.1 at /api/openapi.json, a page to read it at /api/docs. */
export async function describeApi(http: FastifyInstance): Promise<void> {
  await http.register(swagger, {
    hideUntagged: true,
    // Only those that a contract names are there at all.
    exposeHeadRoutes: true,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '雁阵',
        version: '1',
        description: '学区治理平台的接口。出错时一律返回 application/problem+json。',
      },
      servers: [{ url: '/' }],
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'yanzhen' } } },
      security: [{ session: [] }],
      tags: Object.entries(subjects).map(([name, description]) => ({ name, description })),
    },
    transform: (document) => withUpload(jsonSchemaTransform(document), document.route.config?.endpoint),
    transformObject: (document) => withProblems(jsonSchemaTransformObject(document)),
  })
  await http.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    uiConfig: { docExpansion: 'list' },
    theme: { title: '雁阵接口' },
  })
  let printed: string | undefined
  http.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send((printed ??= JSON.stringify(http.swagger()))),
  )
}

type Described = ReturnType<typeof jsonSchemaTransform>
type OpenApi = ReturnType<typeof jsonSchemaTransformObject>

function withUpload(described: Described, endpoint: Endpoint | undefined): Described {
  if (!endpoint) return described
  const body = {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', format: 'binary' } },
  }
  return { ...described, schema: { ...described.schema, consumes: ['multipart/form-data'], body } }
}

/** Every endpoint may answer with a problem; said once here instead of in every contract. */
function withProblems(document: OpenApi): OpenApi {
  const { paths, components } = document as { paths: Record<string, Record<string, Operation>>; components: object }
  for (const operation of Object.values(paths).flatMap(Object.values<Operation>))
    operation.responses['default'] = { $ref: '#/components/responses/Problem' }
  return { ...document, components: { ...components, responses: { Problem: problemResponse } } } as OpenApi
}

interface Operation {
  responses: Record<string, unknown>
}

const problemResponse = {
  description: '没有办成，以及原因',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'facts', 'requestId'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string', description: '给人看的一句话' },
          status: { type: 'integer' },
          code: { type: 'string', description: '给程序看的代码，如 identity.locked' },
          facts: { type: 'object' },
          requestId: { type: 'string' },
        },
      },
    },
  },
}
