import * as client from 'openid-client';

type Code = 'OIDC_CANCELLED' | 'OIDC_REFUSED' | 'OIDC_UNAVAILABLE';

/** What the library says when an answer did not come, or was none of a provider at all. */
const NO_ANSWER: ReadonlySet<unknown> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

/** Whether a sign-in was cancelled, its answer is not to be trusted, or the provider is not there. */
export function problemOfAnswer(error: unknown): Code {
  if (error instanceof client.AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'OIDC_CANCELLED';
    return error.error === 'temporarily_unavailable' ? 'OIDC_UNAVAILABLE' : 'OIDC_REFUSED';
  }
  if (error instanceof client.ResponseBodyError) {
    return error.status >= 500 ? 'OIDC_UNAVAILABLE' : 'OIDC_REFUSED';
  }
  if (isConnectionFault(error)) return 'OIDC_UNAVAILABLE';
  const isUnanswered = error instanceof client.ClientError && NO_ANSWER.has(error.code);
  return isUnanswered ? 'OIDC_UNAVAILABLE' : 'OIDC_REFUSED';
}

/** `fetch` throws a TypeError when there is no connection; the library may wrap it. */
function isConnectionFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'TypeError' || (error.cause as Error | undefined)?.name === 'TypeError';
}
