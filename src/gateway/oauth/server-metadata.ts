import { introspectionPath } from '../../platform/http';

export const metadataPath = '/.well-known/oauth-authorization-server';
export const revocationPath = '/oauth2/revoke';

/**
 * What this server does of OAuth (RFC 8414): it answers questions about tokens and ends them, and issues none. So it has no endpoints for that, and its lists
 * of response and grant types are empty, where an absent one would mean those of RFC 6749.
 *
 * @param publicUrl the address of this server as its clients see it, without a slash at the end.
 * @param keySetPath where its public keys are; null where nothing is signed.
 */
export function serverMetadata(publicUrl: string, keySetPath: string | null): object {
  return {
    issuer: publicUrl,
    introspection_endpoint: publicUrl + introspectionPath,
    introspection_endpoint_auth_methods_supported: ['client_secret_basic', 'Bearer'],
    revocation_endpoint: publicUrl + revocationPath,
    revocation_endpoint_auth_methods_supported: ['none'],
    ...(keySetPath === null ? {} : { jwks_uri: publicUrl + keySetPath }),
    response_types_supported: [],
    grant_types_supported: [],
    service_documentation: `${publicUrl}/docs`,
  };
}
