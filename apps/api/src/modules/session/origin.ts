import type { FastifyRequest } from 'fastify';
import { networkOf } from '../../platform/http/network.js';
import { deviceMarkOf } from '../../platform/identity/cookies.js';
import type { Origin } from './session-opener.js';

/** Where a request comes from, as far as it can be told. */
export function originOf(request: FastifyRequest): Origin {
  return {
    address: networkOf(request.ip),
    userAgent: request.headers['user-agent'] ?? '',
    deviceMark: deviceMarkOf(request),
  };
}
