// Made from docs/openapi.json by `npm run sdk`. Do not edit.

export interface paths {
  '/api/v1/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The audit trail of the company, newest first */
    get: operations['listEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/events/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The audit trail of the company as a file, oldest first */
    get: operations['exportEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/company': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The company you act for */
    get: operations['getCompany'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Rename the company */
    patch: operations['updateCompany'];
    trace?: never;
  };
  '/api/v1/company/submission': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Submit the company for review */
    post: operations['submitCompany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/permissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All permissions that a role or a key of your company can have */
    get: operations['listPermissions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** System roles and the company’s own, by name */
    get: operations['listRoles'];
    put?: never;
    /** Create a role from permissions that you hold yourself */
    post: operations['createRole'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/roles/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete a role that no member has */
    delete: operations['deleteRole'];
    options?: never;
    head?: never;
    /** Rename a role or change its permissions */
    patch: operations['updateRole'];
    trace?: never;
  };
  '/api/v1/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The key policies, the language and the time zone of the company
     * @description A stored value that cannot be read is shown as the strictest one; saving it repairs it.
     */
    get: operations['getSettings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change some settings; fields left out stay as they are, null clears one */
    patch: operations['updateSettings'];
    trace?: never;
  };
  '/api/v1/products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The products of the platform, and which of them your company has */
    get: operations['listProducts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/products/{code}/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Request a product; repeating it changes nothing */
    post: operations['requestProduct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The members of the company, by username */
    get: operations['listUsers'];
    put?: never;
    /** Invite someone to be a member, whether or not they have an account already */
    post: operations['inviteUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One member */
    get: operations['getUser'];
    put?: never;
    post?: never;
    /** Remove a member; the person and their other memberships stay */
    delete: operations['removeUser'];
    options?: never;
    head?: never;
    /** Deactivate or reactivate a member */
    patch: operations['updateUser'];
    trace?: never;
  };
  '/api/v1/users/{id}/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Set the roles of a member */
    put: operations['setUserRoles'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/step-ups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Prove again that it is you, right before a sensitive act */
    post: operations['stepUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/factors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether you have set up a PIN and one-time codes */
    get: operations['getMyFactors'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/pin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Set or change your PIN */
    put: operations['setMyPin'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/totp': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Confirm the secret with a code made from it */
    put: operations['confirmMyTotp'];
    /** Get a secret for one-time codes; it takes effect when you confirm it */
    post: operations['beginMyTotp'];
    /** Remove your one-time codes */
    delete: operations['removeMyTotp'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/service-accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The service accounts of the company, by name */
    get: operations['listServiceAccounts'];
    put?: never;
    /** Create a service account, with roles that you hold yourself; its machine keys act for it */
    post: operations['createServiceAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/service-accounts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One service account */
    get: operations['getServiceAccount'];
    put?: never;
    post?: never;
    /** Delete a service account; its keys stop permanently */
    delete: operations['deleteServiceAccount'];
    options?: never;
    head?: never;
    /** Rename a service account, set its roles, or switch it off and on with all its keys */
    patch: operations['updateServiceAccount'];
    trace?: never;
  };
  '/api/v1/keys/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Check a key. The answer is 200 whatever the verdict */
    post: operations['verifyKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The keys you may read, in any of these orders; never their secrets */
    get: operations['listKeys'];
    put?: never;
    /** Create a key */
    post: operations['generateKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/lookup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Find the key of a secret that turned up somewhere; this is no use of the key */
    post: operations['lookUpKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the company allows for each kind of key */
    get: operations['getKeyPolicy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/policy-preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Count the keys that a new maximum lifetime would shorten */
    post: operations['previewKeyPolicy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One key, even if deleted */
    get: operations['getKey'];
    put?: never;
    post?: never;
    /** Revoke a key permanently and remove it from the list */
    delete: operations['deleteKey'];
    options?: never;
    head?: never;
    /**
     * Change the name, description, metadata, expiry, permissions or limits of a key
     * @description No machine key does this to itself.
     */
    patch: operations['updateKey'];
    trace?: never;
  };
  '/api/v1/keys/bulk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Revoke, disable or enable up to 100 keys; each as by itself
     * @description A key that is refused does not keep the others from being changed. One step-up, made for the same `ids`, proves all of it: of the strictest factor that a policy of these keys asks for.
     */
    post: operations['bulkKeys'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/self/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give the key of this request a new secret, if the policy of its kind allows it
     * @description Once in 24 hours, and with the newest secret only. The expiry stays as it is. Send an `Idempotency-Key`: a client that lost the answer reads the new secret again with it.
     */
    post: operations['rotateOwnKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/{id}/reveal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Show the secret of a key again, if the policy allows it */
    post: operations['revealKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/{id}/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give a key a new secret; the old one may overlap
     * @description No machine key does this to itself.
     */
    post: operations['rotateKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/{id}/end-overlap': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End the old secret of a key early; the new one keeps working */
    post: operations['endOverlap'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/{id}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Revoke a key permanently; it stays in the list */
    post: operations['revokeKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/{id}/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Disable a key, with its old secret, until it is enabled */
    post: operations['disableKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/{id}/enable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Enable a disabled key; asks for the step-up of making one */
    post: operations['enableKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was done to a key, newest first: its part of the audit trail
     * @description Of a key that you own, or of any that you may read, with `events:read`.
     */
    get: operations['listKeyEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many imported keys were used since, and how they are spelled
     * @description It counts keys that still have the secret they were imported with and are not revoked.
     */
    get: operations['getImportProgress'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/imports/shapes/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Remove a shape of imported keys that was wrong, so that another has room
     * @description It ends no key. One that keys were used with stays, until they are revoked or rotated. One that keys came with and wait for their first use goes with `force`: they are kept, and can be used once they are sent again with the right shape. Asks for the same step-up as an import of company keys.
     */
    delete: operations['removeKeyShape'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import keys of another system by their hashes; they keep working as they are
     * @description Takes up to 512 KiB. Asks for the strongest step-up that any key policy of the company asks for, with the action `import`. It takes no `Idempotency-Key`: send it again, and rows that are there answer `key-already-imported`.
     */
    post: operations['importKeys'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How often keys were valid, and how often refused for which reason
     * @description Without `usage:read` for the `keyId` of a key that you own.
     */
    get: operations['getUsage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/usage/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The keys you may read, by how often they were refused or valid in a span of time */
    get: operations['listUsedKeys'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/usage/refusals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The last refusals of keys, with their requests; what this instance remembers since it started
     * @description They are kept in memory, by each instance for itself: after a restart there are none, and of several instances, or workers, the one that answers tells its own. `GET /usage` counts all. Without `usage:read` for the `keyId` of a key that you own.
     */
    get: operations['listRefusals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{id}/known-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The keys whose secret a person knows: made, rotated or shown by them
     * @description Only keys that are not revoked, of the kinds that may be read, and only as long as a secret that they saw still works: a key that somebody else has rotated since is not among them once the overlap is over. Whoever imported a key by its hash has not seen its secret; only an import as `plain` counts. Also of people who have left.
     */
    get: operations['listKnownKeys'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in; the response sets a cookie */
    post: operations['signIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Your identity and permissions in this session */
    get: operations['getCurrentSession'];
    put?: never;
    post?: never;
    /** Sign out */
    delete: operations['signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/current/company': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Act for another of your companies */
    put: operations['switchCompany'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The identity behind these credentials; a good first request */
    get: operations['getMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sign-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether companies can sign up here; otherwise the platform makes them */
    get: operations['getSignUp'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/companies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign up a company and its Owner; if you are signed in, you become the Owner */
    post: operations['foundCompany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change your password; your other sessions end */
    put: operations['changeMyPassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where you are signed in, newest first */
    get: operations['listMySessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End one of your sessions */
    delete: operations['endMySession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/invitations/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What an invitation is for, by its token; nothing is changed */
    post: operations['previewInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/invitations/redeem': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Join a company with the token of an invitation, with a new account or with the one you have */
    post: operations['redeemInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/password-resets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let someone choose a new password: for operators, and for those who may change this member */
    post: operations['resetPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/password-resets/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whose password a token lets choose again; nothing is changed */
    post: operations['previewPasswordReset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/password-resets/redeem': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Choose a new password with the token */
    post: operations['redeemPasswordReset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/companies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All companies, oldest first */
    get: operations['listPlatformCompanies'];
    put?: never;
    /** Create a company for a customer, also while sign-up is closed */
    post: operations['createPlatformCompany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/companies/{id}/invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Renew the invitation of the Owner, who has not joined yet: an earlier token stops working */
    post: operations['renewOwnerInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/companies/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Close a company permanently: its keys are revoked and nobody can sign in to it; its slug is free after 180 days */
    post: operations['closeCompany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/companies/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One company, with its people, what it has, and its latest events */
    get: operations['getPlatformCompany'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/companies/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve a company that is in review */
    post: operations['approveCompany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/companies/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reject a company that is in review; it may submit again */
    post: operations['rejectCompany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/companies/{id}/name/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve the new name of a company: everyone sees it from now on */
    post: operations['approveCompanyName'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/companies/{id}/name/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reject the new name of a company, which keeps its present one */
    post: operations['rejectCompanyName'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/companies/{id}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Suspend a company: its keys stop working and nothing can be changed */
    post: operations['suspendCompany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/companies/{id}/reinstate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End a suspension; the company has its earlier status */
    post: operations['reinstateCompany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/companies/{id}/products/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Enable or disable a product for a company */
    put: operations['setProductActivation'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/keys/lookup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Find the key of a secret that turned up somewhere, and its company */
    post: operations['lookUpPlatformKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/keys/{id}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Revoke a key of any company permanently; the company sees who did it, and why */
    post: operations['revokePlatformKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the platform sells, by code */
    get: operations['listPlatformProducts'];
    put?: never;
    /** Create a product, with what it protects */
    post: operations['createProduct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/products/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change a product; a permission that is left out is taken from every key and role at once */
    patch: operations['updateProduct'];
    trace?: never;
  };
  '/api/v1/platform/products/{code}/retire': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a product off sale permanently; its keys are refused from now on */
    post: operations['retireProduct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/service-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The keys of the backends of the platform, newest first */
    get: operations['listServiceKeys'];
    put?: never;
    /**
     * Create a key for a backend: to verify keys, and to manage keys and companies
     * @description In production it asks for a step-up with the action `generate` and the kind `service`: by a one-time code where you have set one up, else by your password.
     */
    post: operations['generateServiceKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/service-keys/{id}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Revoke a service key permanently; it stays in the list */
    post: operations['revokeServiceKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The people of all companies, by id */
    get: operations['listPlatformUsers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/platform/users/{id}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Release an account permanently: it leaves every company, its sessions and personal keys end, and its username is free */
    post: operations['releaseUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/notifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What you were told of in this company in the last 90 days, newest first */
    get: operations['listMyNotifications'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/notifications/unread': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many of your notices are unread */
    get: operations['countMyNotifications'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/notifications/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mark notices as read */
    post: operations['readMyNotifications'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Does this instance run? */
    get: operations['getLiveness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Can this instance serve requests? */
    get: operations['getReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Metrics of this server
     * @description The figures of all workers together. `METRICS=open` opens it to everybody, `METRICS_TOKEN` to whoever sends that as `Authorization: Bearer`.
     */
    get: operations['getMetrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sales_invoices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The company’s invoices, newest first */
    get: operations['listSalesInvoices'];
    put?: never;
    /** Create an invoice */
    post: operations['createSalesInvoice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sales_invoices/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One invoice */
    get: operations['getSalesInvoice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/credentials/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End secrets that turned up where they should not; whoever holds one may
     * @description The answer is the same whatever was sent, and comes before anything is looked up. The newest secret of a key disables or revokes it, as `onHolderReport` in the settings of its company says, and an old one ends alone; with `off` nothing is done. Ten calls a minute from one address.
     */
    post: operations['revokeCredentials'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    EventPage: {
      data: components['schemas']['Event'][];
      pagination: {
        cursor: string | null;
        hasMore: boolean;
      };
    };
    Event: {
      /** @description The place in the log of the whole installation. */
      position: number;
      /** Format: date-time */
      at: string;
      /**
       * @description `thing.happened`, such as `key.revoked`.
       * @enum {string}
       */
      type:
        | 'company.approved'
        | 'company.closed'
        | 'company.founded'
        | 'company.name-approved'
        | 'company.name-rejected'
        | 'company.name-requested'
        | 'company.name-withdrawn'
        | 'company.reinstated'
        | 'company.rejected'
        | 'company.submitted'
        | 'company.suspended'
        | 'company.updated'
        | 'database.restored'
        | 'factor.locked'
        | 'key-shape.added'
        | 'key-shape.removed'
        | 'key.deleted'
        | 'key.disabled'
        | 'key.enabled'
        | 'key.expiring'
        | 'key.generated'
        | 'key.imported'
        | 'key.overlap-ended'
        | 'key.reported'
        | 'key.revealed'
        | 'key.revoked'
        | 'key.rotated'
        | 'key.updated'
        | 'member.deactivated'
        | 'member.invited'
        | 'member.joined'
        | 'member.reactivated'
        | 'member.removed'
        | 'member.roles-changed'
        | 'operator.created'
        | 'password-reset.issued'
        | 'password-reset.redeemed'
        | 'product.created'
        | 'product.disabled'
        | 'product.enabled'
        | 'product.requested'
        | 'product.retired'
        | 'product.updated'
        | 'role.created'
        | 'role.deleted'
        | 'role.updated'
        | 'sales-invoice.created'
        | 'service-account.created'
        | 'service-account.deleted'
        | 'service-account.updated'
        | 'service-key.generated'
        | 'service-key.reported'
        | 'service-key.revoked'
        | 'session.opened'
        | 'settings.updated'
        | 'user.password-changed'
        | 'user.pin-set'
        | 'user.released'
        | 'user.totp-confirmed'
        | 'user.totp-removed';
      actor: {
        /** @enum {string} */
        kind: 'user' | 'key' | 'service-account' | 'service-key' | 'system';
        id: string | null;
        /** @description The name at the time. */
        name: string | null;
      };
      target: {
        type: string;
        id: string;
      };
      /** @description Plain facts. Where the target has a name of its own, it stands here as it was at the time: `name`, `username` or `number`. */
      data: {
        [key: string]: unknown;
      };
    };
    Company: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @description The new name of an approved company while it waits for an operator; otherwise null. */
      pendingName: string | null;
      slug: string;
      /**
       * @description A status that cannot be read counts as `onboarding`; until it is repaired, the keys of the company are rejected.
       * @enum {string}
       */
      status: 'onboarding' | 'in_review' | 'approved' | 'rejected' | 'suspended';
      /** @description The reason while the company is rejected; otherwise null. */
      rejectedReason: string | null;
      /** Format: date-time */
      createdAt: string;
    };
    CompanyPatch: {
      name?: string;
    };
    PermissionList: {
      data: components['schemas']['PermissionEntry'][];
    };
    PermissionEntry: {
      name: components['schemas']['Permission'];
      /** @description English: what it allows, under the heading of its group. */
      label: string;
      /** @description English. */
      group: string;
      /**
       * @description `management` protects Kunci itself, `business` a module beside it, `product` what a product of the company protects elsewhere.
       * @enum {string}
       */
      source: 'management' | 'business' | 'product';
      /** @description The code of the product that defines it. */
      product: string | null;
      /** @description The kinds of keys that can hold it. */
      kinds: ('company' | 'product' | 'personal' | 'machine')[];
    };
    /** @description A resource and an action. `GET /api/v1/permissions` lists all. */
    Permission: string;
    RolePage: {
      data: components['schemas']['Role'][];
      pagination: {
        cursor: string | null;
        hasMore: boolean;
      };
    };
    Role: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @description Built in: it can be assigned, not edited. */
      system: boolean;
      permissions: components['schemas']['Permission'][];
    };
    NewRole: {
      name: string;
      permissions: components['schemas']['PermissionGrant'][];
    };
    /** @description A permission, or `resource:*` for all permissions of the resource that can be given here. It is resolved at once: answers list permissions, and what the resource comes to have later is not included. */
    PermissionGrant: string;
    RolePatch: {
      name?: string;
      permissions?: components['schemas']['PermissionGrant'][];
    };
    ChangedRole: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @description Built in: it can be assigned, not edited. */
      system: boolean;
      permissions: components['schemas']['Permission'][];
      revocation: components['schemas']['Revocation'];
    };
    Revocation:
      | {
          /** @description The position of the act in the event log. */
          position: number;
          /** @enum {boolean} */
          effectiveEverywhere: true;
          /** @description Milliseconds from the commit until every instance knew. */
          afterMs: number;
        }
      | {
          position: number;
          /** @enum {boolean} */
          effectiveEverywhere: false;
          /**
           * Format: date-time
           * @description From this time on no instance accepts it.
           */
          effectiveBy: string;
        };
    DeletedRole: {
      revocation: components['schemas']['Revocation'];
    };
    Settings: {
      keys: {
        company: components['schemas']['KeyPolicy'];
        product: components['schemas']['KeyPolicy'];
        personal: components['schemas']['PersonalKeyPolicy'];
        machine: components['schemas']['MachineKeyPolicy'];
      };
      /** @enum {string} */
      locale: 'en' | 'id';
      /** @description A time zone of the IANA database. Dates in requests mean days in it, unless they say otherwise. */
      timeZone: string;
    };
    KeyPolicy: {
      /** @description Switching off stops existing keys at once but keeps them; switching on restores them. */
      enabled: boolean;
      /** @description How many keys may be active: neither revoked nor expired. */
      maxActive: number | null;
      nameRequired: boolean;
      maxLifetimeDays: number | null;
      /** @enum {string} */
      visibility: 'once' | 'recoverable';
      /** @enum {string} */
      format: 'prefixed' | 'hex32';
      stepUp: {
        /** @enum {string} */
        generate: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        reveal: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        rotate: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        revoke: 'none' | 'password' | 'pin' | 'totp';
      };
      /**
       * @description What a service account or a service key gets where a person needs a step-up: 403, or it may act without.
       * @enum {string}
       */
      machines: 'refuse' | 'exempt';
      /** @description Whether a key may give itself a new secret, once a day, with `POST /core/api/v1/keys/self/rotate`. */
      selfRotate: boolean;
      /**
       * @description What is done with a key when its newest secret is reported with `POST /api/v1/credentials/revoke` or `POST /oauth2/revoke`, by anybody who holds it. An old secret that is reported ends alone, unless this is `off`.
       * @enum {string}
       */
      onHolderReport: 'revoke' | 'disable' | 'off';
    };
    PersonalKeyPolicy: {
      /** @description Switching off stops existing keys at once but keeps them; switching on restores them. */
      enabled: boolean;
      /** @description How many keys may be active: neither revoked nor expired. */
      maxActive: number | null;
      nameRequired: boolean;
      maxLifetimeDays: number;
      /** @enum {string} */
      visibility: 'once' | 'recoverable';
      /** @enum {string} */
      format: 'prefixed' | 'hex32';
      stepUp: {
        /** @enum {string} */
        generate: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        reveal: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        rotate: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        revoke: 'none' | 'password' | 'pin' | 'totp';
      };
      /**
       * @description What a service account or a service key gets where a person needs a step-up: 403, or it may act without.
       * @enum {string}
       */
      machines: 'refuse' | 'exempt';
      /** @description Whether a key may give itself a new secret, once a day, with `POST /core/api/v1/keys/self/rotate`. */
      selfRotate: boolean;
      /**
       * @description What is done with a key when its newest secret is reported with `POST /api/v1/credentials/revoke` or `POST /oauth2/revoke`, by anybody who holds it. An old secret that is reported ends alone, unless this is `off`.
       * @enum {string}
       */
      onHolderReport: 'revoke' | 'disable' | 'off';
    };
    MachineKeyPolicy: {
      /** @description Switching off stops existing keys at once but keeps them; switching on restores them. */
      enabled: boolean;
      /** @description How many keys may be active: neither revoked nor expired. */
      maxActive: number | null;
      nameRequired: boolean;
      maxLifetimeDays: number | null;
      /** @enum {string} */
      visibility: 'once';
      /** @enum {string} */
      format: 'prefixed' | 'hex32';
      stepUp: {
        /** @enum {string} */
        generate: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        reveal: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        rotate: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        revoke: 'none' | 'password' | 'pin' | 'totp';
      };
      /**
       * @description What a service account or a service key gets where a person needs a step-up: 403, or it may act without.
       * @enum {string}
       */
      machines: 'refuse' | 'exempt';
      /** @description Whether a key may give itself a new secret, once a day, with `POST /core/api/v1/keys/self/rotate`. */
      selfRotate: boolean;
      /**
       * @description What is done with a key when its newest secret is reported with `POST /api/v1/credentials/revoke` or `POST /oauth2/revoke`, by anybody who holds it. An old secret that is reported ends alone, unless this is `off`.
       * @enum {string}
       */
      onHolderReport: 'revoke' | 'disable' | 'off';
    };
    SettingsPatch: {
      keys?: {
        company?: components['schemas']['KeyPolicyPatch'];
        product?: components['schemas']['KeyPolicyPatch'];
        personal?: components['schemas']['PersonalKeyPolicyPatch'];
        machine?: components['schemas']['MachineKeyPolicyPatch'];
      };
      /** @enum {string} */
      locale?: 'en' | 'id';
      /** @description What was stored by it before stays: keys expire when they did. */
      timeZone?: string;
    };
    KeyPolicyPatch: {
      /** @description Switching off stops existing keys at once but keeps them; switching on restores them. */
      enabled?: boolean;
      /** @description How many keys may be active: neither revoked nor expired. */
      maxActive?: number | null;
      nameRequired?: boolean;
      maxLifetimeDays?: number | null;
      /** @enum {string} */
      visibility?: 'once' | 'recoverable';
      /** @enum {string} */
      format?: 'prefixed' | 'hex32';
      stepUp?: {
        /** @enum {string} */
        generate?: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        reveal?: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        rotate?: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        revoke?: 'none' | 'password' | 'pin' | 'totp';
      };
      /**
       * @description What a service account or a service key gets where a person needs a step-up: 403, or it may act without.
       * @enum {string}
       */
      machines?: 'refuse' | 'exempt';
      /** @description Whether a key may give itself a new secret, once a day, with `POST /core/api/v1/keys/self/rotate`. */
      selfRotate?: boolean;
      /**
       * @description What is done with a key when its newest secret is reported with `POST /api/v1/credentials/revoke` or `POST /oauth2/revoke`, by anybody who holds it. An old secret that is reported ends alone, unless this is `off`.
       * @enum {string}
       */
      onHolderReport?: 'revoke' | 'disable' | 'off';
    };
    PersonalKeyPolicyPatch: {
      /** @description Switching off stops existing keys at once but keeps them; switching on restores them. */
      enabled?: boolean;
      /** @description How many keys may be active: neither revoked nor expired. */
      maxActive?: number | null;
      nameRequired?: boolean;
      maxLifetimeDays?: number;
      /** @enum {string} */
      visibility?: 'once' | 'recoverable';
      /** @enum {string} */
      format?: 'prefixed' | 'hex32';
      stepUp?: {
        /** @enum {string} */
        generate?: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        reveal?: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        rotate?: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        revoke?: 'none' | 'password' | 'pin' | 'totp';
      };
      /**
       * @description What a service account or a service key gets where a person needs a step-up: 403, or it may act without.
       * @enum {string}
       */
      machines?: 'refuse' | 'exempt';
      /** @description Whether a key may give itself a new secret, once a day, with `POST /core/api/v1/keys/self/rotate`. */
      selfRotate?: boolean;
      /**
       * @description What is done with a key when its newest secret is reported with `POST /api/v1/credentials/revoke` or `POST /oauth2/revoke`, by anybody who holds it. An old secret that is reported ends alone, unless this is `off`.
       * @enum {string}
       */
      onHolderReport?: 'revoke' | 'disable' | 'off';
    };
    MachineKeyPolicyPatch: {
      /** @description Switching off stops existing keys at once but keeps them; switching on restores them. */
      enabled?: boolean;
      /** @description How many keys may be active: neither revoked nor expired. */
      maxActive?: number | null;
      nameRequired?: boolean;
      maxLifetimeDays?: number | null;
      /** @enum {string} */
      visibility?: 'once';
      /** @enum {string} */
      format?: 'prefixed' | 'hex32';
      stepUp?: {
        /** @enum {string} */
        generate?: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        reveal?: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        rotate?: 'none' | 'password' | 'pin' | 'totp';
        /** @enum {string} */
        revoke?: 'none' | 'password' | 'pin' | 'totp';
      };
      /**
       * @description What a service account or a service key gets where a person needs a step-up: 403, or it may act without.
       * @enum {string}
       */
      machines?: 'refuse' | 'exempt';
      /** @description Whether a key may give itself a new secret, once a day, with `POST /core/api/v1/keys/self/rotate`. */
      selfRotate?: boolean;
      /**
       * @description What is done with a key when its newest secret is reported with `POST /api/v1/credentials/revoke` or `POST /oauth2/revoke`, by anybody who holds it. An old secret that is reported ends alone, unless this is `off`.
       * @enum {string}
       */
      onHolderReport?: 'revoke' | 'disable' | 'off';
    };
    ChangedSettings: {
      keys: {
        company: components['schemas']['KeyPolicy'];
        product: components['schemas']['KeyPolicy'];
        personal: components['schemas']['PersonalKeyPolicy'];
        machine: components['schemas']['MachineKeyPolicy'];
      };
      /** @enum {string} */
      locale: 'en' | 'id';
      /** @description A time zone of the IANA database. Dates in requests mean days in it, unless they say otherwise. */
      timeZone: string;
      revocation: components['schemas']['Revocation'];
    };
    ProductPage: {
      data: components['schemas']['Product'][];
      pagination: {
        cursor: string | null;
        hasMore: boolean;
      };
    };
    Product: {
      code: string;
      name: string;
      /**
       * @description The company requests a product, and an operator enables or disables it.
       * @enum {string}
       */
      activation: 'none' | 'requested' | 'enabled' | 'disabled';
    };
    MemberPage: {
      data: components['schemas']['Member'][];
      pagination: {
        cursor: string | null;
        hasMore: boolean;
      };
    };
    Member: {
      /**
       * Format: uuid
       * @description The id of the user, the same in every company; for an invited person, the id of the invitation.
       */
      id: string;
      /** @description For an invited person, the username that the invitation is addressed to. */
      username: string;
      /** @enum {string} */
      status: 'invited' | 'active' | 'deactivated';
      roles: {
        /** Format: uuid */
        id: string;
        name: string;
        system: boolean;
      }[];
      /**
       * Format: date-time
       * @description When they became a member, or were first invited.
       */
      createdAt: string;
    };
    NewMember: {
      username: string;
      roles: string[];
    };
    InvitedMember: {
      member: components['schemas']['Member'];
      invitation: components['schemas']['Invitation'];
    };
    Invitation: {
      /** @description For the person, who can use it once. It is not shown again. */
      token: string;
      /** Format: date-time */
      expiresAt: string;
    };
    MemberPatch: {
      active: boolean;
    };
    ChangedMember: {
      /**
       * Format: uuid
       * @description The id of the user, the same in every company; for an invited person, the id of the invitation.
       */
      id: string;
      /** @description For an invited person, the username that the invitation is addressed to. */
      username: string;
      /** @enum {string} */
      status: 'invited' | 'active' | 'deactivated';
      roles: {
        /** Format: uuid */
        id: string;
        name: string;
        system: boolean;
      }[];
      /**
       * Format: date-time
       * @description When they became a member, or were first invited.
       */
      createdAt: string;
      revocation: components['schemas']['Revocation'];
    };
    RemovedMember: {
      revocation: components['schemas']['Revocation'];
    };
    MemberRoles: {
      roles: string[];
    };
    StepUpRequest: {
      /** @enum {string} */
      factor: 'password' | 'pin' | 'totp';
      /** @description The password, the PIN or the code. */
      secret: string;
      /** @enum {string} */
      action: 'generate' | 'reveal' | 'rotate' | 'revoke' | 'enable' | 'widen' | 'import';
      /**
       * @description The kind of the key; `service` for the service key that an operator makes. Left out with `ids`.
       * @enum {string|null}
       */
      kind?: 'company' | 'product' | 'personal' | 'machine' | 'service' | null;
      /**
       * Format: uuid
       * @description The key to reveal, rotate, revoke, enable or widen.
       */
      keyId?: string | null;
      /** @description The product that the new keys are for. */
      product?: string | null;
      /** @description Of `POST /keys/bulk`: the same keys, in any order. */
      ids?: string[] | null;
    };
    StepUpGrant: {
      /** @description Send it as `Step-Up-Token` with the request. It works once. */
      stepUpToken: string;
      /** Format: date-time */
      expiresAt: string;
    };
    MyFactors: {
      pin: boolean;
      /** @description True once a first code has confirmed them. */
      totp: boolean;
    };
    NewPin: {
      /** @description The one you sign in with, to prove again that it is you. */
      password: string;
      /**
       * Format: digits
       * @description 6 to 12 digits; not all equal, no ascending or descending run, no repeated pattern.
       */
      pin: string;
    };
    PasswordProof: {
      /** @description The one you sign in with, to prove again that it is you. */
      password: string;
    };
    TotpSecret: {
      /** @description In base32, to type into an authenticator app. */
      secret: string;
      /** @description The same as an `otpauth://` address, to show as a QR code. */
      uri: string;
    };
    TotpCode: {
      /** Format: digits */
      code: string;
    };
    ServiceAccountPage: {
      data: components['schemas']['ServiceAccount'][];
      pagination: {
        cursor: string | null;
        hasMore: boolean;
      };
    };
    ServiceAccount: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @description `name@slug`: what its keys are sent with as Basic. */
      username: string;
      description: string | null;
      roles: {
        /** Format: uuid */
        id: string;
        name: string;
        system: boolean;
      }[];
      /** @description While it is not, its keys are refused and kept. */
      active: boolean;
      /** Format: date-time */
      createdAt: string;
    };
    NewServiceAccount: {
      /** @description Unique in the company, as part of a username: no blanks, colons or @. */
      name: string;
      description?: string | null;
      /** @description The ids of its roles. */
      roles: string[];
    };
    ServiceAccountPatch: {
      /** @description Unique in the company, as part of a username: no blanks, colons or @. */
      name?: string;
      description?: string | null;
      /** @description The ids of its roles. */
      roles?: string[];
      active?: boolean;
    };
    ChangedServiceAccount: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @description `name@slug`: what its keys are sent with as Basic. */
      username: string;
      description: string | null;
      roles: {
        /** Format: uuid */
        id: string;
        name: string;
        system: boolean;
      }[];
      /** @description While it is not, its keys are refused and kept. */
      active: boolean;
      /** Format: date-time */
      createdAt: string;
      revocation: components['schemas']['Revocation'];
    };
    DeletedServiceAccount: {
      revocation: components['schemas']['Revocation'];
    };
    VerifyRequest: {
      /** @description The key as it was presented to you. */
      key: string;
      /** @description The username it was presented with, if any. */
      username?: string;
      /** @description What the key must be allowed to do: a permission, or permissions joined by `AND`, `OR` and parentheses, for example `orders:read AND (orders:refund OR orders:admin)`. `AND` binds closer than `OR`. At most 50 permissions. */
      permission?: string;
      /** @description Only a key of this product is accepted. */
      product?: string;
      /** @description The address that the key came from; a port is ignored. A key with allowed addresses is refused without it. */
      address?: string;
      /**
       * @description Which keys you accept here: a key of the other environment is `ENVIRONMENT_MISMATCH`.
       * @default live
       * @enum {string}
       */
      environment?: 'live' | 'test';
      /**
       * @description What this use counts against limits; 0 only looks: it spends nothing, and no limit denies it.
       * @default 1
       */
      cost?: number;
      /** @description What the answer is to hold besides. `metadata` costs the server one more read. */
      include?: 'metadata'[];
    };
    VerifyAnswer: {
      valid: boolean;
      /** @enum {string} */
      code:
        | 'VALID'
        | 'NOT_FOUND'
        | 'COMPANY_SUSPENDED'
        | 'REVOKED'
        | 'EXPIRED'
        | 'DISABLED'
        | 'PRODUCT_DISABLED'
        | 'OWNER_INACTIVE'
        | 'SIGN_IN_NOT_GRANTED'
        | 'USERNAME_MISMATCH'
        | 'ADDRESS_NOT_ALLOWED'
        | 'ENVIRONMENT_MISMATCH'
        | 'INSUFFICIENT_PERMISSION'
        | 'RATE_LIMITED'
        | 'USAGE_EXCEEDED';
      key?: {
        /** Format: uuid */
        id: string;
        /** @enum {string} */
        kind: 'company' | 'product' | 'personal' | 'machine';
        /** @enum {string} */
        environment: 'live' | 'test';
        name: string | null;
        product: string | null;
        owner: {
          /** Format: uuid */
          id: string;
          username: string;
        } | null;
        /** Format: date-time */
        expiresAt: string | null;
      };
      /** @description With `include: ["metadata"]`, of a key that is known; null for none. */
      metadata?: {
        [key: string]: string | number | boolean;
      } | null;
      company?: {
        /** Format: uuid */
        id: string;
        name: string;
        slug: string;
      };
      permissions?: components['schemas']['Permission'][];
      /** @description Permissions of the request that this server does not know. No key holds them. */
      unknown?: components['schemas']['Permission'][];
      rateLimits?: {
        /** Format: rate-limit-name */
        name: string;
        limit: number;
        windowSeconds: number;
        remaining: number;
        /** Format: date-time */
        resetsAt: string | null;
      }[];
      quota?: {
        limit: number;
        /**
         * @description It refills at the beginning of each UTC day or month; null for never.
         * @enum {string|null}
         */
        refill: 'day' | 'month' | null;
        remaining: number;
      } | null;
    };
    KeyPage: {
      data: components['schemas']['Key'][];
      pagination: {
        cursor: string | null;
        hasMore: boolean;
        /** @description The number of keys on all pages; with `count=true`. */
        total?: number;
        /**
         * @description Present when the server stopped counting after it had looked at 10,000 keys: there are at least `total` keys. Only with filters that are not told by the key alone.
         * @enum {boolean}
         */
        totalIsMinimum?: true;
        /**
         * @description Present when the server stopped after looking at 10,000 keys: this page may have fewer keys than there are. Go on with the cursor.
         * @enum {boolean}
         */
        partial?: true;
      };
    };
    Key: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'company' | 'product' | 'personal' | 'machine';
      /** @enum {string} */
      environment: 'live' | 'test';
      name: string | null;
      description: string | null;
      /** @description Facts of yours about the key; null for none. */
      metadata: {
        [key: string]: string | number | boolean;
      } | null;
      /** @enum {string} */
      status: 'suspended' | 'revoked' | 'broken' | 'expired' | 'disabled' | 'active';
      /** @description The key works and will expire within 14 days. */
      expiringSoon: boolean;
      /** @description How the key begins; null for a key without a prefix. */
      start: string | null;
      /** @description Empty for an imported key until its first use. */
      last4: string;
      /**
       * Format: date-time
       * @description Of an imported key that nobody has used: it expires then, unless it is used before. Otherwise null.
       */
      seenBy: string | null;
      /** @description The previous secret while it still works after a rotation; otherwise null. */
      superseded: {
        start: string | null;
        last4: string;
        /** Format: date-time */
        endsAt: string;
        /**
         * Format: date-time
         * @description To the minute; null when it was not used since the rotation.
         */
        lastUsedAt: string | null;
      } | null;
      product: string | null;
      /** @description The owner of a personal key, or the service account of a machine key. */
      owner: {
        /** Format: uuid */
        id: string;
        username: string;
      } | null;
      /** Format: date-time */
      createdAt: string;
      /** @description Who made the key. */
      createdBy: {
        /**
         * @description A `service-key` is a backend of the platform, which acted for the company.
         * @enum {string}
         */
        type: 'user' | 'service-account' | 'service-key' | 'system';
        /** Format: uuid */
        id: string;
        name: string;
        /** @description The same as `name`. */
        username: string;
        /** @description Whether they still are a member, or the key still works. */
        active: boolean;
      };
      /**
       * Format: date-time
       * @description When its current secret was made. The maximum lifetime of the policy counts from here.
       */
      issuedAt: string;
      /**
       * Format: date-time
       * @description When the key stops working, under the current policy.
       */
      expiresAt: string | null;
      /**
       * Format: date-time
       * @description To the minute; null until the first use.
       */
      lastUsedAt: string | null;
      /** @description The last use that was accepted, to the minute; null until the first use. */
      lastUsed: {
        /** Format: date-time */
        at: string;
        address: string | null;
        userAgent: string | null;
        /** @description The method and the pattern of the path; null for a use that another service asked about. */
        route: string | null;
      } | null;
      /** @description Whether it was refused in the hour at hand or the 23 before, as far as that is written. */
      failing: boolean;
      permissions: components['schemas']['Permission'][];
      allowedAddresses: components['schemas']['AllowedAddresses'];
      rateLimits: components['schemas']['RateLimits'];
      quota: {
        limit: number;
        /**
         * @description It refills at the beginning of each UTC day or month; null for never.
         * @enum {string|null}
         */
        refill: 'day' | 'month' | null;
        remaining: number;
      } | null;
      /** @description The secret can be shown again. */
      recoverable: boolean;
      /**
       * Format: date-time
       * @description Since when the key itself is disabled. Null for one that is not, though the policy, its product or its owner may disable it.
       */
      disabledAt: string | null;
      /** Format: date-time */
      revokedAt: string | null;
      /** @description What was said when the key was revoked, if anything. */
      revokedReason: string | null;
      /** Format: date-time */
      deletedAt: string | null;
    };
    AllowedAddresses: string[];
    RateLimits: {
      /** Format: rate-limit-name */
      name: string;
      limit: number;
      windowSeconds: number;
    }[];
    KeyLookup: {
      /** @description The secret as it was found. Blanks, quotes and invisible characters around it are ignored. */
      key: string;
    };
    FoundKey: {
      key: components['schemas']['Key'];
      /**
       * @description The secret that was found: the newest of the key, its previous one that still works after a rotation, or an old one that no longer works. Whether the key itself works is its `status`.
       * @enum {string}
       */
      matched: 'current' | 'superseded' | 'ended';
    };
    KeyPolicies: {
      company: components['schemas']['KeyPolicy'];
      product: components['schemas']['KeyPolicy'];
      personal: components['schemas']['PersonalKeyPolicy'];
      machine: components['schemas']['MachineKeyPolicy'];
    };
    PolicyPreviewRequest: {
      /** @enum {string} */
      kind: 'company' | 'product' | 'personal' | 'machine';
      maxLifetimeDays: number;
    };
    PolicyPreview: {
      /** @description How many working keys would expire earlier. */
      affected: number;
    };
    KeyBulk: {
      /** @enum {string} */
      action: 'revoke' | 'disable' | 'enable';
      ids: string[];
      /** @description Of revoking only. */
      reason?: string | null;
    };
    KeyBulkResults: {
      /** @description One for each id, in the order of the request. */
      results: components['schemas']['KeyBulkResult'][];
      /** @description How far the act has spread, for all of these keys. Absent if no key was acted on, and if those to enable were not disabled. */
      revocation?: components['schemas']['Revocation'];
    };
    KeyBulkResult:
      | {
          /** Format: uuid */
          id: string;
          /** @enum {boolean} */
          ok: true;
          key: components['schemas']['Key'];
        }
      | {
          /** Format: uuid */
          id: string;
          /** @enum {boolean} */
          ok: false;
          problem: {
            /** @enum {string} */
            code:
              | 'not-found'
              | 'forbidden'
              | 'key-broken'
              | 'key-revoked'
              | 'key-expired'
              | 'permission-ceiling'
              | 'prerequisites-not-met'
              | 'step-up-required';
            status: number;
            detail: string;
            /** @description What is missing, where the problem names it. */
            missing?: string[];
          };
        };
    SelfRotate: {
      /** @description How long the secret of this request keeps working. */
      overlapSeconds: number;
    };
    RotatedKey: {
      key: components['schemas']['Key'];
      /** @description The key itself. Keep it where you keep passwords. */
      secret: string;
      revocation?: components['schemas']['Revocation'];
    };
    NewKey: {
      /** @enum {string} */
      kind: 'company' | 'product' | 'personal' | 'machine';
      /**
       * @description Live, if left out. A test key begins with `<prefix>_test_`, and is accepted only where test keys are expected. It never changes.
       * @enum {string|null}
       */
      environment?: 'live' | 'test' | null;
      name?: string | null;
      description?: string | null;
      /** @description Facts of yours: at most 50, and 4,096 bytes as JSON. A verification returns them when it is asked for them. */
      metadata?: {
        [key: string]: string | number | boolean;
      } | null;
      /** @description For a product key: which. */
      product?: string | null;
      /** @description For a machine key: whose. */
      serviceAccountId?: string | null;
      /** @description A moment, at any offset, or a date, which means the end of that day in `timeZone`. */
      expiresAt?: string | null;
      /** @description Where the day of `expiresAt` ends: a time zone of the IANA database, that of the company if left out. */
      timeZone?: string | null;
      /** @description If left out, all permissions that a key of this kind may have, also later ones, if you hold all of them; otherwise those that you hold. For a machine key, those that its service account and you hold now. If empty, none. */
      permissions?: components['schemas']['PermissionGrant'][] | null;
      allowedAddresses?: components['schemas']['AllowedAddresses'] | null;
      rateLimits?: components['schemas']['RateLimits'] | null;
      quota?: components['schemas']['Quota'] | null;
    };
    Quota: {
      limit: number;
      /**
       * @description It refills at the beginning of each UTC day or month; null for never.
       * @enum {string|null}
       */
      refill: 'day' | 'month' | null;
    };
    IssuedKey: {
      key: components['schemas']['Key'];
      /** @description The key itself. Keep it where you keep passwords. */
      secret: string;
    };
    KeyPatch: {
      name?: string | null;
      description?: string | null;
      /** @description Replaces all that is there. */
      metadata?: {
        [key: string]: string | number | boolean;
      } | null;
      /** @description A moment, at any offset, or a date, which means the end of that day in `timeZone`. Where it makes an expired key work again, you have to hold what the key may do, and it asks for a step-up of the action `widen` where the policy wants one to create a key. */
      expiresAt?: string | null;
      /** @description Where the day of `expiresAt` ends: a time zone of the IANA database, that of the company if left out. */
      timeZone?: string;
      /** @description Null for all that a key of this kind may have, also later ones; a service account cannot give that. You have to hold what is added, and it asks for a step-up of the action `widen` where the policy wants one to create a key. */
      permissions?: components['schemas']['PermissionGrant'][] | null;
      /** @description Null or an empty list for any. Addresses that are added ask for a step-up of the action `widen` where the policy wants one to create a key. */
      allowedAddresses?: components['schemas']['AllowedAddresses'] | null;
      /** @description A limit that is raised, renamed or removed asks for the same step-up. */
      rateLimits?: components['schemas']['RateLimits'] | null;
      /** @description A quota that is raised, refilled more often or removed asks for the same step-up. */
      quota?: components['schemas']['Quota'] | null;
    };
    ChangedKey: {
      key: components['schemas']['Key'];
      revocation: components['schemas']['Revocation'];
    };
    RevealedKey: {
      /** @description The key itself. Keep it where you keep passwords. */
      secret: string;
    };
    RotateKey: {
      /** @description How long the old secret keeps working, at most until its own expiry. */
      overlapSeconds: number;
      /** @description If left out, the expiry stays as it is; the new secret of an expired key gets the same lifetime again, from now. */
      expiresAt?: string | null;
      /** @description Where the day of `expiresAt` ends: a time zone of the IANA database, that of the company if left out. */
      timeZone?: string | null;
    };
    EndedOverlap: {
      key: components['schemas']['Key'];
      /** @description Absent if there was no old secret to end. */
      revocation?: components['schemas']['Revocation'];
    };
    RevokeKey: {
      reason?: string | null;
      /** @description For a machine key that leaked: `true` also revokes what was made with it, as far as you may revoke that: the keys that it created or rotated. */
      made?: boolean | null;
    };
    RevokedKey: {
      key: components['schemas']['Key'];
      revocation: components['schemas']['Revocation'];
      /** @description Of a machine key: the keys that it created or rotated, and that were not revoked before. */
      made?: {
        /** @description At most 100 keys, as they are now. With `made: true` they have just been revoked, and are those that you may revoke. */
        keys: components['schemas']['Key'][];
        /** @description There are more. With `made: true`, repeat the request. */
        more: boolean;
      };
    };
    EnabledKey: {
      key: components['schemas']['Key'];
      /** @description From when every instance accepts the key again. Absent if it was not disabled. */
      revocation?: components['schemas']['Revocation'];
    };
    ImportProgress: {
      /** @description Those that were used here, or came as `plain`: they have a digest of Kunci’s own. */
      seen: number;
      /** @description Those whose hash of the other system is all that is known, also expired ones. */
      unseen: number;
      /** @description Those that cannot be used, as their shape was removed, until they are sent again with one. */
      withoutShape: number;
      /** @description How they are spelled. */
      shapes: {
        /**
         * Format: key-prefix
         * @description How each key begins; empty if they have nothing in common.
         */
        prefix: string;
        /** @description Of the whole key, with its prefix. At least 16 characters follow the prefix. */
        length: number;
        /**
         * @description What follows the prefix: `hex` is 0-9 and a-f; `base62` 0-9, A-Z and a-z; `base64url` also - and _.
         * @enum {string}
         */
        alphabet: 'hex' | 'base62' | 'base64url';
        /** Format: uuid */
        id: string;
        /** @description Keys of this shape that were used here, or came as `plain`. */
        seen: number;
        /** @description Keys that came with this shape and wait for their first use. */
        unseen: number;
      }[];
    };
    RemovedKeyShape: {
      revocation: components['schemas']['Revocation'];
    };
    KeyImport: {
      /** @enum {string} */
      kind: 'company' | 'product';
      /** @description For product keys: which. */
      product?: string | null;
      /** @description How the keys are spelled. A company has at most five shapes. */
      shape: components['schemas']['KeyShape'];
      /**
       * @description A key that nobody uses within so many days expires.
       * @default 180
       */
      seenWithinDays?: number;
      /** @description Each is judged by itself: one that is refused keeps none of the others from being imported. */
      keys: (
        | components['schemas']['KeyToImport']
        | {
            [key: string]: unknown;
          }
      )[];
    };
    KeyShape: {
      /**
       * Format: key-prefix
       * @description How each key begins; empty if they have nothing in common.
       */
      prefix: string;
      /** @description Of the whole key, with its prefix. At least 16 characters follow the prefix. */
      length: number;
      /**
       * @description What follows the prefix: `hex` is 0-9 and a-f; `base62` 0-9, A-Z and a-z; `base64url` also - and _.
       * @enum {string}
       */
      alphabet: 'hex' | 'base62' | 'base64url';
    };
    KeyToImport: {
      /** @description The hash as the other system has it; with the algorithm `plain` the key itself. */
      hash: string;
      /**
       * @description How the hash was made of the whole key. `plain`: it was not; the key is digested at once and not kept.
       * @enum {string}
       */
      algorithm: 'plain' | 'sha256-hex' | 'sha256-base64' | 'sha512-hex' | 'hmac-sha256-hex';
      /** @description For `hmac-sha256-hex`: which of the HMAC keys in the setting `KUNCI_IMPORT_SECRETS`. */
      secretName?: string | null;
      name?: string | null;
      description?: string | null;
      /** @description Facts of yours: at most 50, and 4,096 bytes as JSON. A verification returns them when it is asked for them. */
      metadata?: {
        [key: string]: string | number | boolean;
      } | null;
      /** @description A moment, at any offset, or a date, which means the end of that day in `timeZone`. */
      expiresAt?: string | null;
      /** @description Where the day of `expiresAt` ends: a time zone of the IANA database, that of the company if left out. */
      timeZone?: string | null;
      /** @description If left out, all permissions that a key of this kind may have, also later ones, if you hold all of them; otherwise those that you hold. For a machine key, those that its service account and you hold now. If empty, none. */
      permissions?: components['schemas']['PermissionGrant'][] | null;
      allowedAddresses?: components['schemas']['AllowedAddresses'] | null;
      rateLimits?: components['schemas']['RateLimits'] | null;
      quota?: components['schemas']['Quota'] | null;
    };
    ImportedKeys: {
      /** @description One for each row, in their order: with `key` or with `problem`. */
      results: {
        /** @description The place of the row in `keys`, from 0. */
        index: number;
        /** @description The key that was made. */
        key?: {
          /** Format: uuid */
          id: string;
          name: string | null;
        };
        /** @description Why none was made. */
        problem?: components['schemas']['ImportProblem'];
      }[];
      /** @description From when every instance accepts the keys. Absent if neither a key nor the shape was added. */
      revocation?: components['schemas']['Revocation'];
    };
    ImportProblem: {
      /** @description Stable; `key-already-imported` names the key in `keyId`. */
      code: string;
      detail: string;
      /** @description What is wrong with which field of the row. */
      errors?: {
        /** @description A JSON Pointer to the field; in a query `/` and the name of the parameter. Empty for the whole body. */
        pointer: string;
        /**
         * @description Stable; switch on this, and translate by it.
         * @enum {string}
         */
        code:
          | 'required'
          | 'not-allowed'
          | 'unknown-field'
          | 'wrong-type'
          | 'not-one-of'
          | 'too-short'
          | 'too-long'
          | 'too-few'
          | 'too-many'
          | 'too-small'
          | 'too-large'
          | 'duplicate'
          | 'invalid-format'
          | 'not-a-date'
          | 'not-a-time'
          | 'malformed-expression'
          | 'invisible-characters'
          | 'mixed-scripts'
          | 'in-the-past'
          | 'beyond-maximum'
          | 'not-before'
          | 'span-too-long'
          | 'unknown-reference'
          | 'not-grantable'
          | 'not-held'
          | 'not-a-username'
          | 'password-is-username'
          | 'password-like-key'
          | 'easy-pin'
          | 'invalid';
        /** @description Limits and names, such as `min`, `max` or `allowed`. Never what was sent. A `format` is one of `address`, `address-or-block`, `audience`, `cursor`, `digits`, `no-blanks`, `page-size`, `permission`, `rate-limit-name`, `slug`, `uuid`, `well-formed`, a `resource` one of `permission`, `product`, `role`, `time-zone`; a module may name its own. */
        params: {
          [key: string]: string | number | string[];
        };
        /** @description In English, for developers. */
        detail: string;
      }[];
    } & {
      [key: string]: unknown;
    };
    Usage: {
      /**
       * Format: date-time
       * @description When the first step begins.
       */
      from: string;
      /**
       * Format: date-time
       * @description When the last one ends.
       */
      to: string;
      /** @enum {string} */
      step: 'hour' | 'day';
      /** @description Every hour or day, oldest first, including those without uses. */
      data: components['schemas']['UsageStep'][];
      totals: components['schemas']['UsageCounts'];
    };
    UsageStep: {
      /**
       * Format: date-time
       * @description When it begins.
       */
      at: string;
      /** @description How often a key was valid. */
      valid: number;
      /** @description How often a known key was refused, for any reason. */
      refused: number;
      /** @description The number of refusals by reason; reasons that did not occur are left out. */
      reasons: {
        [key: string]: number;
      };
    };
    UsageCounts: {
      /** @description How often a key was valid. */
      valid: number;
      /** @description How often a known key was refused, for any reason. */
      refused: number;
      /** @description The number of refusals by reason; reasons that did not occur are left out. */
      reasons: {
        [key: string]: number;
      };
    };
    UsedKeys: {
      /**
       * Format: date-time
       * @description When the first hour begins.
       */
      from: string;
      /**
       * Format: date-time
       * @description When the last one ends.
       */
      to: string;
      /**
       * Format: date-time
       * @description From when on the list looks for uses: `from`, or later where there were more than 50,000 hours of keys. What is counted of a key is always the whole time.
       */
      rankedFrom: string;
      data: components['schemas']['UsedKey'][];
      pagination: {
        cursor: string | null;
        hasMore: boolean;
        /** @description The number of keys on all pages; with `count=true`. */
        total?: number;
        /**
         * @description Present when the server stopped counting after it had looked at 10,000 keys: there are at least `total` keys. Only with filters that are not told by the key alone.
         * @enum {boolean}
         */
        totalIsMinimum?: true;
        /**
         * @description Present when the server stopped after looking at 10,000 keys: this page may have fewer keys than there are. Go on with the cursor.
         * @enum {boolean}
         */
        partial?: true;
      };
    };
    UsedKey: {
      key: components['schemas']['Key'];
      /** @description How often a key was valid. */
      valid: number;
      /** @description How often a known key was refused, for any reason. */
      refused: number;
      /** @description The number of refusals by reason; reasons that did not occur are left out. */
      reasons: {
        [key: string]: number;
      };
    };
    Refusals: {
      /**
       * Format: date-time
       * @description When the instance started that answers. It knows nothing of what was refused before.
       */
      since: string;
      /** @description Which instance answers. What others refused is not here. */
      instance: string;
      /** @description How many refusals of a key it remembers, and of how many keys of a company. Of all companies it remembers 1,000 keys; beyond that, the company with the most loses the key that was refused longest ago. */
      kept: {
        perKey: number;
        keys: number;
      };
      /** @description The newest first. */
      data: components['schemas']['Refusal'][];
    };
    Refusal: {
      keyId: string;
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      reason:
        | 'COMPANY_SUSPENDED'
        | 'REVOKED'
        | 'EXPIRED'
        | 'DISABLED'
        | 'PRODUCT_DISABLED'
        | 'OWNER_INACTIVE'
        | 'SIGN_IN_NOT_GRANTED'
        | 'USERNAME_MISMATCH'
        | 'ADDRESS_NOT_ALLOWED'
        | 'ENVIRONMENT_MISMATCH'
        | 'INSUFFICIENT_PERMISSION'
        | 'RATE_LIMITED'
        | 'USAGE_EXCEEDED';
      /** @description Where the request came from, if that is known. */
      address: string | null;
      /** @description The method and the pattern of the path; null where another service asked about the key. */
      route: string | null;
      /** @description The `requestId` of the answer. */
      requestId: string | null;
    };
    KnownKeys: {
      user: {
        /** Format: uuid */
        id: string;
        username: string;
        /** @description Whether they are an active member of the company now. */
        active: boolean;
      };
      /** @description 100 keys at most, those that they came to know last first. */
      data: {
        key: components['schemas']['Key'];
        /** @description How they came to know a secret of it that still works, the latest way first. */
        ways: ('created' | 'rotated' | 'shown')[];
        /**
         * Format: date-time
         * @description When the latest of these was.
         */
        lastAt: string;
      }[];
      /** @description Whether there are more: they follow as these are rotated or revoked. */
      more: boolean;
    };
    SignIn: {
      username: string;
      /** @description The password, or a personal key instead. */
      password: string;
    };
    Session: {
      user: {
        /** Format: uuid */
        id: string;
        username: string;
      };
      /** @description The company you act for. */
      company: components['schemas']['CompanyOfUser'] | null;
      /** @description The companies that you can switch to. */
      companies: components['schemas']['CompanyOfUser'][];
      /**
       * @description What the session was opened with.
       * @enum {string}
       */
      method: 'password' | 'api-key';
      /** @description What you may do in this company. */
      permissions: components['schemas']['Permission'][];
    };
    CompanyOfUser: {
      /** Format: uuid */
      id: string;
      name: string;
      slug: string;
      suspended: boolean;
      /** @description Where its days begin and end: a time zone of the IANA database. */
      timeZone: string;
    };
    SwitchCompany: {
      companyId: string;
    };
    Me: {
      /**
       * Format: uuid
       * @description The id of the person, or of a key that belongs to a company.
       */
      id: string;
      /** @description The username of the person, the slug of the company for its key, or the name of a service key. */
      username: string;
      /** Format: uuid */
      companyId: string | null;
      companyName: string | null;
      /** @enum {string} */
      method: 'password' | 'api-key';
      permissions: components['schemas']['Permission'][];
      key?: {
        /** Format: uuid */
        id: string;
        /** @enum {string} */
        kind: 'company' | 'product' | 'personal' | 'machine' | 'service';
        /** @enum {string} */
        environment: 'live' | 'test';
        name: string | null;
        /** Format: date-time */
        expiresAt: string | null;
        metadata: {
          [key: string]: string | number | boolean;
        } | null;
      };
    };
    SignUp: {
      open: boolean;
    };
    NewCompany: {
      name: string;
      /** Format: slug */
      slug: string;
      /** @description The username and password of the new Owner. Required unless you are signed in. */
      owner?: {
        username: string;
        /** @description 12 to 256 characters; neither your username nor shaped like an API key. */
        password: string;
      } | null;
    };
    FoundedCompany: {
      company: components['schemas']['Company'];
      user: {
        /** Format: uuid */
        id: string;
        username: string;
      };
    };
    PasswordChange: {
      /** @description The current password. */
      password: string;
      /** @description 12 to 256 characters; neither your username nor shaped like an API key. */
      newPassword: string;
    };
    MySessionPage: {
      data: components['schemas']['MySession'][];
      pagination: {
        cursor: string | null;
        hasMore: boolean;
      };
    };
    MySession: {
      /** Format: uuid */
      id: string;
      /** @description Whether it is the session of this request. */
      current: boolean;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description To the minute.
       */
      lastSeenAt: string;
      address: string | null;
      userAgent: string | null;
      /** @description The company it acts for. */
      company: {
        /** Format: uuid */
        id: string;
        name: string;
        slug: string;
      } | null;
    };
    InvitationToken: {
      token: string;
    };
    InvitationPreview: {
      company: {
        name: string;
      };
      /** @description To whom it is addressed. Whoever has the token may join under another username. */
      username: string;
      /** @description The username of the member who gave out the token; null if the platform did, or they left. */
      invitedBy: string | null;
      /** Format: date-time */
      expiresAt: string;
    };
    RedeemInvitation: {
      token: string;
      /** @description For a new account, if it should have another username than the invitation. */
      username?: string;
      /** @description The password for the new account; or the password of your account, if the username of the invitation is yours. Leave it out to join with the account you are signed in with. */
      password?: string;
    };
    RedeemedInvitation: {
      username: string;
      company: {
        name: string;
        slug: string;
      };
    };
    NewPasswordReset: {
      userId?: string | null;
      /** @description For operators, instead of the id: a person of whatever company. */
      username?: string | null;
    };
    PasswordReset: {
      /** @description For the person, who can use it once. It is not shown again. */
      token: string;
      /** Format: date-time */
      expiresAt: string;
    };
    PasswordResetToken: {
      token: string;
    };
    PasswordResetPreview: {
      /** @description Whose password it is for. */
      username: string;
      /** Format: date-time */
      expiresAt: string;
    };
    RedeemPasswordReset: {
      token: string;
      /** @description The new password. */
      password: string;
    };
    RedeemedPasswordReset: {
      username: string;
    };
    NewPlatformCompany: {
      name: string;
      /** Format: slug */
      slug: string;
      /** @description What you call the company in your own systems. */
      externalId?: string | null;
      /** @description Facts of yours; the company does not see them. */
      metadata?: {
        [key: string]: string | number | boolean;
      } | null;
      /** @description Whom the invitation is addressed to. They may redeem it under another username. */
      owner: {
        username: string;
      };
      /** @description True for a company that needs no review. */
      approved?: boolean | null;
      /** @description The codes of products to enable for it. */
      products?: string[] | null;
    };
    MadeCompany: {
      company: components['schemas']['PlatformCompany'];
      invitation: {
        /** @description For the person, who can use it once. It is not shown again. */
        token: string;
        /** Format: date-time */
        expiresAt: string;
        /**
         * @description You hand the token to the Owner, who redeems it.
         * @enum {string}
         */
        delivery: 'caller';
      };
    };
    PlatformCompany: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @description The new name of an approved company while it waits for an operator; otherwise null. */
      pendingName: string | null;
      slug: string;
      /**
       * @description A status that cannot be read counts as `onboarding`, and the keys of the company are rejected.
       * @enum {string}
       */
      status: 'onboarding' | 'in_review' | 'approved' | 'rejected' | 'suspended' | 'closed';
      /** @description The reason of the last rejection, until the company is approved. */
      rejectedReason: string | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      closedAt: string | null;
      /** @description What the operator calls it in their own systems. */
      externalId: string | null;
      metadata: {
        [key: string]: string | number | boolean;
      } | null;
      /** @description Moves on with every change of name and status. Decide about the revision that you saw. */
      revision: number;
      /** @description The reason while the company is suspended; otherwise null. */
      suspendedReason: string | null;
      /** @description The products that it requested, and those that an operator enabled or disabled. */
      products: {
        code: string;
        /**
         * @description The company requests a product, and an operator enables or disables it.
         * @enum {string}
         */
        activation: 'none' | 'requested' | 'enabled' | 'disabled';
      }[];
    };
    OwnerInvitation: {
      /** @description For the person, who can use it once. It is not shown again. */
      token: string;
      /** Format: date-time */
      expiresAt: string;
      /**
       * @description You hand the token to the Owner, who redeems it.
       * @enum {string}
       */
      delivery: 'caller';
      /** @description Whom it is addressed to. */
      username: string;
    };
    ClosedCompany: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @description The new name of an approved company while it waits for an operator; otherwise null. */
      pendingName: string | null;
      slug: string;
      /**
       * @description A status that cannot be read counts as `onboarding`, and the keys of the company are rejected.
       * @enum {string}
       */
      status: 'onboarding' | 'in_review' | 'approved' | 'rejected' | 'suspended' | 'closed';
      /** @description The reason of the last rejection, until the company is approved. */
      rejectedReason: string | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      closedAt: string | null;
      /** @description What the operator calls it in their own systems. */
      externalId: string | null;
      metadata: {
        [key: string]: string | number | boolean;
      } | null;
      /** @description Moves on with every change of name and status. Decide about the revision that you saw. */
      revision: number;
      /** @description The reason while the company is suspended; otherwise null. */
      suspendedReason: string | null;
      /** @description The products that it requested, and those that an operator enabled or disabled. */
      products: {
        code: string;
        /**
         * @description The company requests a product, and an operator enables or disables it.
         * @enum {string}
         */
        activation: 'none' | 'requested' | 'enabled' | 'disabled';
      }[];
      revocation: components['schemas']['Revocation'];
    };
    PlatformCompanyPage: {
      data: components['schemas']['PlatformCompany'][];
      pagination: {
        cursor: string | null;
        hasMore: boolean;
      };
    };
    PlatformCompanyDetails: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @description The new name of an approved company while it waits for an operator; otherwise null. */
      pendingName: string | null;
      slug: string;
      /**
       * @description A status that cannot be read counts as `onboarding`, and the keys of the company are rejected.
       * @enum {string}
       */
      status: 'onboarding' | 'in_review' | 'approved' | 'rejected' | 'suspended' | 'closed';
      /** @description The reason of the last rejection, until the company is approved. */
      rejectedReason: string | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      closedAt: string | null;
      /** @description What the operator calls it in their own systems. */
      externalId: string | null;
      metadata: {
        [key: string]: string | number | boolean;
      } | null;
      /** @description Moves on with every change of name and status. Decide about the revision that you saw. */
      revision: number;
      /** @description The reason while the company is suspended; otherwise null. */
      suspendedReason: string | null;
      /** @description The products that it requested, and those that an operator enabled or disabled. */
      products: {
        code: string;
        /**
         * @description The company requests a product, and an operator enables or disables it.
         * @enum {string}
         */
        activation: 'none' | 'requested' | 'enabled' | 'disabled';
      }[];
      /** @description Members and invited people by username, 100 at most. */
      people: components['schemas']['Member'][];
      counts: {
        members: number;
        invitations: number;
        /** @description Keys that are not revoked. */
        keys: number;
      };
      /** @description The latest 20 events, newest first. */
      events: components['schemas']['Event'][];
    };
    SeenRevision: {
      /** @description Of the company as you saw it. */
      revision: number;
    };
    CompanyRejection: {
      /** @description Of the company as you saw it. */
      revision: number;
      reason: string;
    };
    DecisionReason: {
      reason: string;
    };
    SuspendedCompany: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @description The new name of an approved company while it waits for an operator; otherwise null. */
      pendingName: string | null;
      slug: string;
      /**
       * @description A status that cannot be read counts as `onboarding`, and the keys of the company are rejected.
       * @enum {string}
       */
      status: 'onboarding' | 'in_review' | 'approved' | 'rejected' | 'suspended' | 'closed';
      /** @description The reason of the last rejection, until the company is approved. */
      rejectedReason: string | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      closedAt: string | null;
      /** @description What the operator calls it in their own systems. */
      externalId: string | null;
      metadata: {
        [key: string]: string | number | boolean;
      } | null;
      /** @description Moves on with every change of name and status. Decide about the revision that you saw. */
      revision: number;
      /** @description The reason while the company is suspended; otherwise null. */
      suspendedReason: string | null;
      /** @description The products that it requested, and those that an operator enabled or disabled. */
      products: {
        code: string;
        /**
         * @description The company requests a product, and an operator enables or disables it.
         * @enum {string}
         */
        activation: 'none' | 'requested' | 'enabled' | 'disabled';
      }[];
      revocation: components['schemas']['Revocation'];
    };
    ProductActivation: {
      enabled: boolean;
    };
    ChangedProductActivation: {
      code: string;
      name: string;
      /**
       * @description The company requests a product, and an operator enables or disables it.
       * @enum {string}
       */
      activation: 'none' | 'requested' | 'enabled' | 'disabled';
      /** @description Present when the product was switched off. */
      revocation?: components['schemas']['Revocation'];
    };
    FoundPlatformKey: {
      key: components['schemas']['Key'];
      /**
       * @description The secret that was found: the newest of the key, its previous one that still works after a rotation, or an old one that no longer works. Whether the key itself works is its `status`.
       * @enum {string}
       */
      matched: 'current' | 'superseded' | 'ended';
      /** @description The company that the key belongs to. */
      company: components['schemas']['PlatformCompany'];
    };
    RevokeReason: {
      reason?: string | null;
    };
    RevokedPlatformKey: {
      key: components['schemas']['Key'];
      /** @description The company that the key belongs to. */
      company: components['schemas']['PlatformCompany'];
      revocation: components['schemas']['Revocation'];
    };
    PlatformProductPage: {
      data: components['schemas']['PlatformProduct'][];
      pagination: {
        cursor: string | null;
        hasMore: boolean;
      };
    };
    PlatformProduct: {
      code: string;
      name: string;
      /** @description What the product protects outside this program. */
      permissions: {
        name: components['schemas']['Permission'];
        label: string;
      }[];
      /** @description What a key for this product may do at most in this program. */
      grants: components['schemas']['Permission'][];
      /** @description Companies that are made from now on have it at once. */
      enabledByDefault: boolean;
      /** @description Every member of a company that has it holds its permissions, not only its administrators. */
      forMembers: boolean;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description Since when no company can get it.
       */
      retiredAt: string | null;
    };
    NewProduct: {
      /** Format: slug */
      code: string;
      name: string;
      permissions?: components['schemas']['DefinedPermissions'] | null;
      grants: components['schemas']['PermissionGrant'][];
      enabledByDefault?: boolean | null;
      forMembers?: boolean | null;
    };
    DefinedPermissions: {
      /** Format: permission */
      name: string;
      label: string;
    }[];
    ProductPatch: {
      name?: string;
      /** @description All that the product will have. One that keeps its name stays in every key and role; one that is missing is removed from them. */
      permissions?: components['schemas']['DefinedPermissions'];
      grants?: components['schemas']['PermissionGrant'][];
      enabledByDefault?: boolean;
      forMembers?: boolean;
    };
    ChangedProduct: {
      code: string;
      name: string;
      /** @description What the product protects outside this program. */
      permissions: {
        name: components['schemas']['Permission'];
        label: string;
      }[];
      /** @description What a key for this product may do at most in this program. */
      grants: components['schemas']['Permission'][];
      /** @description Companies that are made from now on have it at once. */
      enabledByDefault: boolean;
      /** @description Every member of a company that has it holds its permissions, not only its administrators. */
      forMembers: boolean;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description Since when no company can get it.
       */
      retiredAt: string | null;
      revocation: components['schemas']['Revocation'];
    };
    ServiceKeyPage: {
      data: components['schemas']['ServiceKey'][];
      pagination: {
        cursor: string | null;
        hasMore: boolean;
      };
    };
    ServiceKey: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @description The code of the product whose keys it is for; null for the keys of all products, and all others. */
      product: string | null;
      permissions: ('keys:verify' | 'keys:manage' | 'companies:manage' | 'companies:approve')[];
      /** @description From where it may be used; empty for anywhere. */
      allowedAddresses: components['schemas']['AllowedAddresses'];
      /** @description Of the key of a gateway, which is told whose a key is; null for all others. */
      gateway: {
        audiences: string[];
      } | null;
      /**
       * @description `broken` has a value that cannot be read: it is refused, and can only be revoked.
       * @enum {string}
       */
      status: 'active' | 'expired' | 'revoked' | 'broken';
      start: string;
      last4: string;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description Null for a key of a former version, which has no end.
       */
      expiresAt: string | null;
      /** Format: date-time */
      revokedAt: string | null;
    };
    NewServiceKey: {
      name: string;
      /** @description The code of the product whose keys it is for. If left out, the keys of all products, and all others. */
      product?: string | null;
      /** @description `keys:verify`, which it has if this is left out; `keys:manage`, to create, change, disable, rotate, revoke and look up company and product keys of the company that a request names in `Kunci-Company`; `companies:manage`, to create, see and close companies; `companies:approve`. */
      permissions?: ('keys:verify' | 'keys:manage' | 'companies:manage' | 'companies:approve')[] | null;
      /** @description A moment, at any offset, or a date, which means the end of that day in `timeZone`; at most a year from now, which it is if this is left out. */
      expiresAt?: string | null;
      /** @description Where the day of `expiresAt` ends: a time zone of the IANA database, UTC if left out. */
      timeZone?: string | null;
      /** @description For a gateway that sends this key to `/gateway/check` as `Kunci-Gateway`: it is told whose a key is, signed for one of these audiences. Needs `keys:verify`. */
      gateway?: {
        audiences: string[];
      } | null;
      /** @description From where it may be used. In production a key that may do more than verify, or is for all products, needs them, and a block of all addresses is refused. */
      allowedAddresses?: components['schemas']['AllowedAddresses'] | null;
    };
    IssuedServiceKey: {
      serviceKey: components['schemas']['ServiceKey'];
      /** @description The key itself, shown only now. */
      secret: string;
    };
    RevokedServiceKey: {
      serviceKey: components['schemas']['ServiceKey'];
      revocation: components['schemas']['Revocation'];
    };
    PlatformUserPage: {
      data: components['schemas']['PlatformUser'][];
      pagination: {
        cursor: string | null;
        hasMore: boolean;
      };
    };
    PlatformUser: {
      /** Format: uuid */
      id: string;
      /** @description Of a released account, what it was until then; somebody else may have that username now. */
      username: string;
      /** @enum {string} */
      status: 'active' | 'released';
      /** @description Whether this is platform staff. */
      operator: boolean;
      /** @description The companies that they are a member of, by age. */
      companies: {
        /** Format: uuid */
        id: string;
        name: string;
        slug: string;
        /** @enum {string} */
        status: 'onboarding' | 'in_review' | 'approved' | 'rejected' | 'suspended' | 'closed';
        /** @enum {string} */
        membership: 'active' | 'deactivated';
      }[];
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      releasedAt: string | null;
    };
    ReleasedUser: {
      /** Format: uuid */
      id: string;
      /** @description Of a released account, what it was until then; somebody else may have that username now. */
      username: string;
      /** @enum {string} */
      status: 'active' | 'released';
      /** @description Whether this is platform staff. */
      operator: boolean;
      /** @description The companies that they are a member of, by age. */
      companies: {
        /** Format: uuid */
        id: string;
        name: string;
        slug: string;
        /** @enum {string} */
        status: 'onboarding' | 'in_review' | 'approved' | 'rejected' | 'suspended' | 'closed';
        /** @enum {string} */
        membership: 'active' | 'deactivated';
      }[];
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      releasedAt: string | null;
      revocation: components['schemas']['Revocation'];
    };
    NotificationPage: {
      data: components['schemas']['Notification'][];
      pagination: {
        cursor: string | null;
        hasMore: boolean;
      };
      /** @description How many are unread; counted up to 100. */
      unread: number;
    };
    Notification: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      at: string;
      /** @description The type of the event, such as `key.expiring`. */
      type: string;
      /** @description What the event is about, such as a key. */
      targetId: string;
      /** @description What there is to say about it, as it was then: `name`, `expiresAt`, `days` and others. */
      facts: {
        [key: string]: unknown;
      };
      /** Format: date-time */
      readAt: string | null;
    };
    UnreadNotifications: {
      /** @description How many are unread; counted up to 100. */
      unread: number;
    };
    ReadNotifications:
      | {
          /** @description These. */
          ids: string[];
        }
      | {
          /**
           * Format: uuid
           * @description This one, and all that are older.
           */
          upTo: string;
        };
    Health: {
      /** @enum {string} */
      status: 'ok';
    };
    SalesInvoicePage: {
      data: components['schemas']['SalesInvoice'][];
      pagination: {
        cursor: string | null;
        hasMore: boolean;
      };
    };
    SalesInvoice: {
      /** Format: uuid */
      id: string;
      /**
       * @description The company’s own number for the invoice; unique within the company.
       * @example INV-2026-001
       */
      number: string;
      /** @example Toko Melati */
      customer: string;
      /**
       * Format: amount
       * @description As text, so that it is not rounded: `150000.00`.
       * @example 150000.00
       */
      total: string;
      /**
       * Format: currency
       * @description ISO 4217.
       * @example IDR
       */
      currency: string;
      /**
       * Format: date
       * @example 2026-09-01
       */
      issuedOn: string;
    };
    NewSalesInvoice: {
      /**
       * @description The company’s own number for the invoice; unique within the company.
       * @example INV-2026-001
       */
      number: string;
      /** @example Toko Melati */
      customer: string;
      /**
       * Format: amount
       * @description As text, so that it is not rounded: `150000.00`.
       * @example 150000.00
       */
      total: string;
      /**
       * Format: currency
       * @description ISO 4217.
       * @example IDR
       */
      currency: string;
      /**
       * Format: date
       * @example 2026-09-01
       */
      issuedOn: string;
    };
    CredentialReport: {
      /** @description The secrets as they were found. Blanks, quotes and invisible characters around them are ignored. */
      credentials: string[];
    };
    Problem: {
      /** @description The address of a page about the code: what happened, and what to do. */
      type: string;
      title: string;
      status: number;
      detail: string;
      /**
       * @description Stable; switch on this. A later version may have more of them.
       * @enum {string}
       */
      code:
        | 'address-not-allowed'
        | 'already-member'
        | 'company-already-suspended'
        | 'company-changed'
        | 'company-closed'
        | 'company-has-owner'
        | 'company-name-not-pending'
        | 'company-not-in-review'
        | 'company-not-suspended'
        | 'company-suspended'
        | 'console-not-built'
        | 'credentials-missing'
        | 'csrf'
        | 'disabled'
        | 'environment-mismatch'
        | 'expectation-failed'
        | 'expired'
        | 'external-id-taken'
        | 'factor-locked'
        | 'forbidden'
        | 'gateway-refused'
        | 'headers-too-large'
        | 'idempotency-answer-lost'
        | 'idempotency-key-in-use'
        | 'idempotency-key-reused'
        | 'insufficient-permission'
        | 'internal-error'
        | 'invalid-credentials'
        | 'invalid-idempotency-key'
        | 'invitation-invalid'
        | 'invoice-number-taken'
        | 'key-already-imported'
        | 'key-broken'
        | 'key-expired'
        | 'key-limit-reached'
        | 'key-required'
        | 'key-revoked'
        | 'key-shape-in-use'
        | 'kind-disabled'
        | 'last-owner'
        | 'malformed-request'
        | 'member-not-active'
        | 'method-not-allowed'
        | 'no-company'
        | 'no-user'
        | 'not-found'
        | 'not-ready'
        | 'not-recoverable'
        | 'operator-in-no-company'
        | 'outcome-unknown'
        | 'own-company'
        | 'owner-inactive'
        | 'password-reset-invalid'
        | 'password-session-required'
        | 'payload-too-large'
        | 'permission-ceiling'
        | 'permission-held'
        | 'permission-taken'
        | 'prerequisites-not-met'
        | 'product-code-taken'
        | 'product-disabled'
        | 'product-retired'
        | 'range-not-satisfiable'
        | 'rate-limited'
        | 'request-timeout'
        | 'revoked'
        | 'role-exceeds-yours'
        | 'role-in-use'
        | 'role-name-taken'
        | 'rotated-today'
        | 'secret-superseded'
        | 'self-rotation-off'
        | 'service-account-name-taken'
        | 'session-required'
        | 'several-credentials'
        | 'sign-in-not-granted'
        | 'sign-up-closed'
        | 'slug-taken'
        | 'step-up-failed'
        | 'step-up-required'
        | 'submission-refused'
        | 'system-role-fixed'
        | 'too-many-attempts'
        | 'too-many-calls'
        | 'unavailable'
        | 'unexpected-company'
        | 'unknown-company'
        | 'unsupported-media-type'
        | 'usage-exceeded'
        | 'user-in-other-company'
        | 'username-mismatch'
        | 'username-taken'
        | 'validation-failed';
      /** @description Name it when you ask for help. */
      requestId: string;
      /** @description The trace of the request, where it came with a `traceparent` (W3C Trace Context). */
      traceId?: string;
      /** @description For 422: what is wrong with which field. */
      errors?: {
        /** @description A JSON Pointer to the field; in a query `/` and the name of the parameter. Empty for the whole body. */
        pointer: string;
        /**
         * @description Stable; switch on this, and translate by it.
         * @enum {string}
         */
        code:
          | 'required'
          | 'not-allowed'
          | 'unknown-field'
          | 'wrong-type'
          | 'not-one-of'
          | 'too-short'
          | 'too-long'
          | 'too-few'
          | 'too-many'
          | 'too-small'
          | 'too-large'
          | 'duplicate'
          | 'invalid-format'
          | 'not-a-date'
          | 'not-a-time'
          | 'malformed-expression'
          | 'invisible-characters'
          | 'mixed-scripts'
          | 'in-the-past'
          | 'beyond-maximum'
          | 'not-before'
          | 'span-too-long'
          | 'unknown-reference'
          | 'not-grantable'
          | 'not-held'
          | 'not-a-username'
          | 'password-is-username'
          | 'password-like-key'
          | 'easy-pin'
          | 'invalid';
        /** @description Limits and names, such as `min`, `max` or `allowed`. Never what was sent. A `format` is one of `address`, `address-or-block`, `audience`, `cursor`, `digits`, `no-blanks`, `page-size`, `permission`, `rate-limit-name`, `slug`, `uuid`, `well-formed`, a `resource` one of `permission`, `product`, `role`, `time-zone`; a module may name its own. */
        params: {
          [key: string]: string | number | string[];
        };
        /** @description In English, for developers. */
        detail: string;
      }[];
    } & {
      [key: string]: unknown;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listEvents: {
    parameters: {
      query?: {
        /** @description How many items to return, 1 to 100. */
        limit?: number;
        /** @description The cursor that the previous page returned. */
        cursor?: string;
        /** @description Events of this type only. */
        type?: string;
        /** @description Only events caused by this user, service account, key or service key, by id. */
        actor?: string;
        /** @description Only events about the object with this id. */
        target?: string;
        /** @description At or after this time, or from this day on. */
        from?: string;
        /** @description Before this time, or to the end of this day. */
        to?: string;
        /** @description Where days begin and end: a time zone of the IANA database, that of the company if left out. */
        timeZone?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of events. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventPage'];
        };
      };
      /** @description The caller holds none of: events:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportEvents: {
    parameters: {
      query?: {
        /** @description Rows for a spreadsheet, or one JSON object a line. */
        format?: 'csv' | 'jsonl';
        /** @description Events of this type only. */
        type?: string;
        /** @description Only events caused by this user, service account, key or service key, by id. */
        actor?: string;
        /** @description Only events about the object with this id. */
        target?: string;
        /** @description At or after this time, or from this day on. */
        from?: string;
        /** @description Before this time, or to the end of this day. */
        to?: string;
        /** @description Where days begin and end: a time zone of the IANA database, that of the company if left out. */
        timeZone?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All matching events. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
          'application/x-ndjson': string;
        };
      };
      /** @description The caller holds none of: events:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCompany: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The company. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Company'];
        };
      };
      /** @description The caller holds none of: company:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateCompany: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Toko Melati"
         *     }
         */
        'application/json': components['schemas']['CompanyPatch'];
      };
    };
    responses: {
      /** @description The company as it is now. The new name of an approved company waits as `pendingName` until an operator approves it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Company'];
        };
      };
      /** @description The caller holds none of: company:update. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  submitCompany: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The company, now in review. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Company'];
        };
      };
      /** @description The caller holds none of: company:submit. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The company is neither onboarding nor rejected. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPermissions: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of a service key, and of nobody else: the id or the slug of the company that it acts for. */
        'Kunci-Company'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All permissions, group by group. To a product key, of products only those of its own. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PermissionList'];
        };
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listRoles: {
    parameters: {
      query?: {
        /** @description How many items to return, 1 to 100. */
        limit?: number;
        /** @description The cursor that the previous page returned. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of roles. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RolePage'];
        };
      };
      /** @description The caller holds none of: roles:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createRole: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your own name for this request: 1 to 255 visible ASCII characters. Sent again by the same caller with the same body within 24 hours, it does nothing and answers as before, with `Idempotency-Replayed: true`; after ten minutes without secrets. Choose it at random, with at least 16 characters: who knows it and may act as you can read the secret again. With another body, or while the first is still under way: 409. A request that was refused may be sent again. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Key auditor",
         *       "permissions": [
         *         "keys.company:read"
         *       ]
         *     }
         */
        'application/json': components['schemas']['NewRole'];
      };
    };
    responses: {
      /** @description The new role. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Role'];
        };
      };
      /** @description The caller holds none of: roles:create. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The role is deleted. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeletedRole'];
        };
      };
      /** @description The caller holds none of: roles:delete. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Key auditor"
         *     }
         */
        'application/json': components['schemas']['RolePatch'];
      };
    };
    responses: {
      /** @description The role as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedRole'];
        };
      };
      /** @description The caller holds none of: roles:update. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSettings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The settings. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Settings'];
        };
      };
      /** @description The caller holds none of: settings:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateSettings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "locale": "en",
         *       "timeZone": "Asia/Jakarta"
         *     }
         */
        'application/json': components['schemas']['SettingsPatch'];
      };
    };
    responses: {
      /** @description The settings as they are now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedSettings'];
        };
      };
      /** @description The caller holds none of: settings:update. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listProducts: {
    parameters: {
      query?: {
        /** @description How many items to return, 1 to 100. */
        limit?: number;
        /** @description The cursor that the previous page returned. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of products, by code. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProductPage'];
        };
      };
      /** @description The caller holds none of: products:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  requestProduct: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example shipping */
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The product, requested or already enabled. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Product'];
        };
      };
      /** @description The caller holds none of: products:request. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The platform has switched the product off for the company. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listUsers: {
    parameters: {
      query?: {
        /** @description How many items to return, 1 to 100. */
        limit?: number;
        /** @description The cursor that the previous page returned. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of members. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberPage'];
        };
      };
      /** @description The caller holds none of: users:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  inviteUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your own name for this request: 1 to 255 visible ASCII characters. Sent again by the same caller with the same body within 24 hours, it does nothing and answers as before, with `Idempotency-Replayed: true`; after ten minutes without secrets. Choose it at random, with at least 16 characters: who knows it and may act as you can read the secret again. With another body, or while the first is still under way: 409. A request that was refused may be sent again. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "username": "budi@example.com",
         *       "roles": []
         *     }
         */
        'application/json': components['schemas']['NewMember'];
      };
    };
    responses: {
      /** @description The future member, and the token for the person. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitedMember'];
        };
      };
      /** @description The caller holds none of: users:create. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The person is already a member. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The member. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Member'];
        };
      };
      /** @description The caller holds none of: users:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  removeUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The person is no longer a member. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RemovedMember'];
        };
      };
      /** @description The caller holds none of: users:delete. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "active": true
         *     }
         */
        'application/json': components['schemas']['MemberPatch'];
      };
    };
    responses: {
      /** @description The member as they are now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedMember'];
        };
      };
      /** @description The caller holds none of: users:update. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  setUserRoles: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "roles": [
         *         "01900000-0000-7000-8000-000000000000"
         *       ]
         *     }
         */
        'application/json': components['schemas']['MemberRoles'];
      };
    };
    responses: {
      /** @description The member as they are now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedMember'];
        };
      };
      /** @description The caller holds none of: users:update. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  stepUp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "factor": "password",
         *       "secret": "correct horse battery staple",
         *       "action": "generate",
         *       "kind": "company"
         *     }
         */
        'application/json': components['schemas']['StepUpRequest'];
      };
    };
    responses: {
      /** @description A token for this one act. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepUpGrant'];
        };
      };
      /** @description Five wrong attempts in a row: locked for 15 minutes. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getMyFactors: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The factors that are set up. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyFactors'];
        };
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  setMyPin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "password": "correct horse battery staple",
         *       "pin": "739164"
         *     }
         */
        'application/json': components['schemas']['NewPin'];
      };
    };
    responses: {
      /** @description The PIN is set. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The password was wrong. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Five wrong attempts in a row: locked for 15 minutes. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  confirmMyTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "code": "492039"
         *     }
         */
        'application/json': components['schemas']['TotpCode'];
      };
    };
    responses: {
      /** @description One-time codes are set up. This code cannot be used again. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The code was wrong. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description There is no secret to confirm. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Five wrong attempts in a row: locked for 15 minutes. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  beginMyTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "password": "correct horse battery staple"
         *     }
         */
        'application/json': components['schemas']['PasswordProof'];
      };
    };
    responses: {
      /** @description The secret, shown only now. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TotpSecret'];
        };
      };
      /** @description The password was wrong. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Five wrong attempts in a row: locked for 15 minutes. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  removeMyTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "password": "correct horse battery staple"
         *     }
         */
        'application/json': components['schemas']['PasswordProof'];
      };
    };
    responses: {
      /** @description One-time codes are removed. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The password was wrong. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description One-time codes were not set up. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Five wrong attempts in a row: locked for 15 minutes. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listServiceAccounts: {
    parameters: {
      query?: {
        /** @description How many items to return, 1 to 100. */
        limit?: number;
        /** @description The cursor that the previous page returned. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of service accounts. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceAccountPage'];
        };
      };
      /** @description The caller holds none of: service-accounts:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createServiceAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your own name for this request: 1 to 255 visible ASCII characters. Sent again by the same caller with the same body within 24 hours, it does nothing and answers as before, with `Idempotency-Replayed: true`; after ten minutes without secrets. Choose it at random, with at least 16 characters: who knows it and may act as you can read the secret again. With another body, or while the first is still under way: 409. A request that was refused may be sent again. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Deployment",
         *       "description": "Rotates keys at night",
         *       "roles": []
         *     }
         */
        'application/json': components['schemas']['NewServiceAccount'];
      };
    };
    responses: {
      /** @description The new service account. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceAccount'];
        };
      };
      /** @description The caller holds none of: service-accounts:create. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The company has a service account of this name. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getServiceAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The service account. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceAccount'];
        };
      };
      /** @description The caller holds none of: service-accounts:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteServiceAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The service account is deleted. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeletedServiceAccount'];
        };
      };
      /** @description The caller holds none of: service-accounts:delete. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateServiceAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "description": "Rotates keys at night"
         *     }
         */
        'application/json': components['schemas']['ServiceAccountPatch'];
      };
    };
    responses: {
      /** @description The service account as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedServiceAccount'];
        };
      };
      /** @description The caller holds none of: service-accounts:update. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The company has a service account of this name. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  verifyKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of a service key, and of nobody else: the id or the slug of the company that it acts for. */
        'Kunci-Company'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "key": "kunci_key-that-a-customer-sent",
         *       "permission": "orders:read AND orders:write"
         *     }
         */
        'application/json': components['schemas']['VerifyRequest'];
      };
    };
    responses: {
      /** @description The verdict. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerifyAnswer'];
        };
      };
      /** @description The caller holds none of: keys:verify. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listKeys: {
    parameters: {
      query?: {
        /** @description How many items to return, 1 to 100. */
        limit?: number;
        /** @description The cursor that the previous page returned. */
        cursor?: string;
        /** @description With `-` falling. Keys without a name, an expiry or a use come last, whichever way; equal ones are in the order in which they were made. After a change of a policy the order by `expiresAt` follows within minutes; an imported key that nobody has used yet stands where its own expiry puts it. A cursor is good for one sort and the same filters. */
        sort?:
          | 'createdAt'
          | '-createdAt'
          | 'name'
          | '-name'
          | 'expiresAt'
          | '-expiresAt'
          | 'lastUsedAt'
          | '-lastUsedAt';
        kind?: 'company' | 'product' | 'personal' | 'machine';
        /** @description Keys of this environment only. */
        environment?: 'live' | 'test';
        /** @description Keys of this product only. */
        product?: string;
        /** @description Personal keys of this user only, or machine keys of this service account. */
        owner?: string;
        /** @description Keys that this user or service account made. */
        createdBy?: string;
        /** @description Keys that were not used for so many days. One that was never used counts from when it was made. */
        unusedDays?: number;
        /** @description Keys that work, and expire within so many days. */
        expiresWithinDays?: number;
        /** @description With `true`, keys that were refused in the hour at hand or the 23 before, as far as that is written. */
        failing?: 'true';
        /** @description With `true`, keys made by a person or a service account that is no longer an active member of the company. Not revoked keys, nor the personal keys of the maker, which stop with the membership. */
        makerLeft?: 'true';
        /** @description Keys that hold this permission now. */
        permission?: components['schemas']['Permission'];
        status?: 'suspended' | 'revoked' | 'broken' | 'expired' | 'disabled' | 'active';
        /** @description The beginning of any word of a name, a description or the username of an owner, whatever its case and accents, or of a key, including an old secret that still works. */
        q?: string;
        /** @description Includes deleted keys. */
        deleted?: 'true' | 'false';
        /** @description Also counts the matching keys on all pages: `pagination.total`. With `q`, `status`, `permission`, `unusedDays`, `expiresWithinDays`, `failing` or `makerLeft` the server may stop early and says so in `pagination.totalIsMinimum`. */
        count?: 'true' | 'false';
      };
      header?: {
        /** @description Of a service key, and of nobody else: the id or the slug of the company that it acts for. */
        'Kunci-Company'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of keys. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeyPage'];
        };
      };
      /** @description The caller holds none of: keys.company:read, keys.product:read, keys.personal:read, keys.personal.any:read, keys.machine:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  generateKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of a service key, and of nobody else: the id or the slug of the company that it acts for. */
        'Kunci-Company'?: string;
        /** @description Your own name for this request: 1 to 255 visible ASCII characters. Sent again by the same caller with the same body within 24 hours, it does nothing and answers as before, with `Idempotency-Replayed: true`; after ten minutes without secrets. Choose it at random, with at least 16 characters: who knows it and may act as you can read the secret again. With another body, or while the first is still under way: 409. A request that was refused may be sent again. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "kind": "company",
         *       "name": "Backend",
         *       "expiresAt": "2030-12-31",
         *       "rateLimits": [
         *         {
         *           "name": "per-minute",
         *           "limit": 600,
         *           "windowSeconds": 60
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['NewKey'];
      };
    };
    responses: {
      /** @description The key, and its secret in full. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedKey'];
        };
      };
      /** @description The caller holds none of: keys.company:generate, keys.product:generate, keys.personal:generate, keys.machine:generate. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The limit of active keys is reached, or the kind is switched off. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  lookUpKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of a service key, and of nobody else: the id or the slug of the company that it acts for. */
        'Kunci-Company'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "key": "kunci_key-that-turned-up"
         *     }
         */
        'application/json': components['schemas']['KeyLookup'];
      };
    };
    responses: {
      /** @description The key. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FoundKey'];
        };
      };
      /** @description The caller holds none of: keys.company:read, keys.product:read, keys.personal:read, keys.personal.any:read, keys.machine:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key that you may read has this secret. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getKeyPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The policies. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeyPolicies'];
        };
      };
      /** @description The caller holds none of: company:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  previewKeyPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "kind": "company",
         *       "maxLifetimeDays": 365
         *     }
         */
        'application/json': components['schemas']['PolicyPreviewRequest'];
      };
    };
    responses: {
      /** @description The number of keys. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyPreview'];
        };
      };
      /** @description The caller holds none of: settings:update. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of a service key, and of nobody else: the id or the slug of the company that it acts for. */
        'Kunci-Company'?: string;
      };
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Key'];
        };
      };
      /** @description The caller holds none of: keys.company:read, keys.product:read, keys.personal:read, keys.personal.any:read, keys.machine:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of a service key, and of nobody else: the id or the slug of the company that it acts for. */
        'Kunci-Company'?: string;
      };
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key, and the time from which it is rejected. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedKey'];
        };
      };
      /** @description The caller holds none of: keys.company:revoke, keys.product:revoke, keys.personal:revoke, keys.personal.any:revoke, keys.machine:revoke. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of a service key, and of nobody else: the id or the slug of the company that it acts for. */
        'Kunci-Company'?: string;
      };
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Backend",
         *       "expiresAt": "2030-12-31"
         *     }
         */
        'application/json': components['schemas']['KeyPatch'];
      };
    };
    responses: {
      /** @description The key as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedKey'];
        };
      };
      /** @description The caller holds none of: keys.company:update, keys.product:update, keys.personal:update, keys.machine:update. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  bulkKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "action": "disable",
         *       "ids": [
         *         "01900000-0000-7000-8000-000000000000"
         *       ]
         *     }
         */
        'application/json': components['schemas']['KeyBulk'];
      };
    };
    responses: {
      /** @description The result for each key. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeyBulkResults'];
        };
      };
      /** @description The caller holds none of: keys.company:revoke, keys.product:revoke, keys.personal:revoke, keys.personal.any:revoke, keys.machine:revoke, keys.company:update, keys.product:update, keys.personal:update, keys.machine:update. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  rotateOwnKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your own name for this request: 1 to 255 visible ASCII characters. Sent again by the same caller with the same body within 24 hours, it does nothing and answers as before, with `Idempotency-Replayed: true`; after ten minutes without secrets. Choose it at random, with at least 16 characters: who knows it and may act as you can read the secret again. With another body, or while the first is still under way: 409. A request that was refused may be sent again. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "overlapSeconds": 86400
         *     }
         */
        'application/json': components['schemas']['SelfRotate'];
      };
    };
    responses: {
      /** @description The key, and its new secret in full. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RotatedKey'];
        };
      };
      /** @description The company does not let keys of this kind rotate themselves. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The secret has been replaced, or the key has rotated itself within the last 24 hours. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  revealKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The secret. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevealedKey'];
        };
      };
      /** @description The caller holds none of: keys.company:reveal, keys.product:reveal, keys.personal:reveal. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The secret cannot be shown again. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  rotateKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of a service key, and of nobody else: the id or the slug of the company that it acts for. */
        'Kunci-Company'?: string;
        /** @description Your own name for this request: 1 to 255 visible ASCII characters. Sent again by the same caller with the same body within 24 hours, it does nothing and answers as before, with `Idempotency-Replayed: true`; after ten minutes without secrets. Choose it at random, with at least 16 characters: who knows it and may act as you can read the secret again. With another body, or while the first is still under way: 409. A request that was refused may be sent again. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "overlapSeconds": 86400
         *     }
         */
        'application/json': components['schemas']['RotateKey'];
      };
    };
    responses: {
      /** @description The key, and its new secret in full. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RotatedKey'];
        };
      };
      /** @description The caller holds none of: keys.company:rotate, keys.product:rotate, keys.personal:rotate, keys.machine:rotate. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key is revoked, or the limit of active keys is reached. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  endOverlap: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of a service key, and of nobody else: the id or the slug of the company that it acts for. */
        'Kunci-Company'?: string;
      };
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key, and the time from which its old secret is rejected. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EndedOverlap'];
        };
      };
      /** @description The caller holds none of: keys.company:revoke, keys.product:revoke, keys.personal:revoke, keys.personal.any:revoke, keys.machine:revoke. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  revokeKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of a service key, and of nobody else: the id or the slug of the company that it acts for. */
        'Kunci-Company'?: string;
      };
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "The backend was shut down"
         *     }
         */
        'application/json': components['schemas']['RevokeKey'];
      };
    };
    responses: {
      /** @description The key, and the time from which it is rejected; of a machine key, also what was made with it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevokedKey'];
        };
      };
      /** @description The caller holds none of: keys.company:revoke, keys.product:revoke, keys.personal:revoke, keys.personal.any:revoke, keys.machine:revoke. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  disableKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of a service key, and of nobody else: the id or the slug of the company that it acts for. */
        'Kunci-Company'?: string;
      };
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key, and the time from which it is rejected. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedKey'];
        };
      };
      /** @description The caller holds none of: keys.company:update, keys.product:update, keys.personal:update, keys.machine:update. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key is revoked. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  enableKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of a service key, and of nobody else: the id or the slug of the company that it acts for. */
        'Kunci-Company'?: string;
      };
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key, and the time from which every instance accepts it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnabledKey'];
        };
      };
      /** @description The caller holds none of: keys.company:update, keys.product:update, keys.personal:update, keys.machine:update. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key is revoked or expired. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listKeyEvents: {
    parameters: {
      query?: {
        /** @description How many items to return, 1 to 100. */
        limit?: number;
        /** @description The cursor that the previous page returned. */
        cursor?: string;
      };
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of events. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventPage'];
        };
      };
      /** @description The caller holds none of: keys.company:read, keys.product:read, keys.personal:read, keys.personal.any:read, keys.machine:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getImportProgress: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The imports of the company. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportProgress'];
        };
      };
      /** @description The caller holds none of: keys.company:import, keys.product:import. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  removeKeyShape: {
    parameters: {
      query?: {
        /** @description Removes the shape although keys wait for their first use. */
        force?: 'true' | 'false';
      };
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The shape is removed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RemovedKeyShape'];
        };
      };
      /** @description The caller holds none of: keys.company:import, keys.product:import. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Keys need it, or something has to be set up first. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "kind": "company",
         *       "shape": {
         *         "prefix": "old_",
         *         "length": 40,
         *         "alphabet": "hex"
         *       },
         *       "keys": [
         *         {
         *           "hash": "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
         *           "algorithm": "sha256-hex",
         *           "name": "Old backend"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['KeyImport'];
      };
    };
    responses: {
      /** @description The result of each row. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportedKeys'];
        };
      };
      /** @description The caller holds none of: keys.company:import, keys.product:import. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The kind is switched off, or something has to be set up first. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getUsage: {
    parameters: {
      query?: {
        /** @description Only this key. If left out, all keys of the company together. */
        keyId?: string;
        /** @description The first step is the one that contains this time, or the beginning of this day. If left out, the last 24 hours or 30 days. */
        from?: string;
        /** @description Before this time, or to the end of this day. If left out, the current hour or day comes last. */
        to?: string;
        /** @description Where the days of `from` and `to` begin and end: a time zone of the IANA database, that of the company if left out. */
        timeZone?: string;
        /** @description Of UTC, whatever the time zone. */
        step?: 'hour' | 'day';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The counts by hour or day. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Usage'];
        };
      };
      /** @description The caller holds none of: usage:read, keys.company:read, keys.product:read, keys.personal:read, keys.personal.any:read, keys.machine:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listUsedKeys: {
    parameters: {
      query?: {
        /** @description How many items to return, 1 to 100. */
        limit?: number;
        /** @description The cursor that the previous page returned. */
        cursor?: string;
        /** @description The beginning of any word of a name, a description or the username of an owner, whatever its case and accents, or of a key, including an old secret that still works. */
        q?: string;
        /** @description Also counts the matching keys on all pages: `pagination.total`. With `q`, `status`, `permission`, `unusedDays`, `expiresWithinDays`, `failing` or `makerLeft` the server may stop early and says so in `pagination.totalIsMinimum`. */
        count?: 'true' | 'false';
        /** @description With `-` falling. Keys with as many refusals are in the order of their valid uses, and the other way round. A cursor is good for one sort and the same filters. */
        sort?: 'refused' | '-refused' | 'valid' | '-valid' | 'name' | '-name' | 'lastUsedAt' | '-lastUsedAt';
        /** @description The keys that were used or refused in this time, also if they are deleted by now; with `false` those that were neither. */
        used?: 'true' | 'false';
        /** @description The first hour is the one that contains this time, or the beginning of this day. If left out, the last 24 hours. */
        from?: string;
        /** @description Before this time, or to the end of this day. If left out, the current hour comes last. */
        to?: string;
        /** @description Where the days of `from` and `to` begin and end: a time zone of the IANA database, that of the company if left out. */
        timeZone?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of keys with their counts. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UsedKeys'];
        };
      };
      /** @description The caller holds none of: usage:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listRefusals: {
    parameters: {
      query?: {
        /** @description Only this key. If left out, all keys that you may read. */
        keyId?: string;
        /** @description Only refusals for this reason. */
        reason?:
          | 'COMPANY_SUSPENDED'
          | 'REVOKED'
          | 'EXPIRED'
          | 'DISABLED'
          | 'PRODUCT_DISABLED'
          | 'OWNER_INACTIVE'
          | 'SIGN_IN_NOT_GRANTED'
          | 'USERNAME_MISMATCH'
          | 'ADDRESS_NOT_ALLOWED'
          | 'ENVIRONMENT_MISMATCH'
          | 'INSUFFICIENT_PERMISSION'
          | 'RATE_LIMITED'
          | 'USAGE_EXCEEDED';
        /** @description From this time on, or from the beginning of this day. */
        from?: string;
        /** @description Before this time, or to the end of this day. */
        to?: string;
        /** @description Where the days of `from` and `to` begin and end: a time zone of the IANA database, that of the company if left out. */
        timeZone?: string;
        /** @description How many refusals to return, 1 to 100, the newest first. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The refusals, the newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusals'];
        };
      };
      /** @description The caller holds none of: usage:read, keys.company:read, keys.product:read, keys.personal:read, keys.personal.any:read, keys.machine:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listKnownKeys: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The keys, and whose they are known to. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KnownKeys'];
        };
      };
      /** @description The caller holds none of: users:delete. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "username": "rina@example.com",
         *       "password": "correct horse battery staple"
         *     }
         */
        'application/json': components['schemas']['SignIn'];
      };
    };
    responses: {
      /** @description Your session. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description Unknown username or wrong password. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCurrentSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Your session. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session has ended. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  switchCompany: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "companyId": "01900000-0000-7000-8000-000000000000"
         *     }
         */
        'application/json': components['schemas']['SwitchCompany'];
      };
    };
    responses: {
      /** @description Your session, now in that company. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getMe: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of a service key, and of nobody else: the id or the slug of the company that it acts for. */
        'Kunci-Company'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The caller. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSignUp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Open or closed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignUp'];
        };
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  foundCompany: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Toko Melati",
         *       "slug": "toko-melati",
         *       "owner": {
         *         "username": "rina@example.com",
         *         "password": "correct horse battery staple"
         *       }
         *     }
         */
        'application/json': components['schemas']['NewCompany'];
      };
    };
    responses: {
      /** @description The company, which is onboarding, and its Owner. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FoundedCompany'];
        };
      };
      /** @description Sign-up is closed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The slug or the username is taken. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeMyPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "password": "correct horse battery staple",
         *       "newPassword": "another horse battery staple"
         *     }
         */
        'application/json': components['schemas']['PasswordChange'];
      };
    };
    responses: {
      /** @description The password is changed. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The current password is wrong. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Five wrong attempts in a row: locked for 15 minutes. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMySessions: {
    parameters: {
      query?: {
        /** @description How many items to return, 1 to 100. */
        limit?: number;
        /** @description The cursor that the previous page returned. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of your sessions. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MySessionPage'];
        };
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  endMySession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session has ended. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have no such session. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  previewInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "token": "token-of-the-invitation-or-reset"
         *     }
         */
        'application/json': components['schemas']['InvitationToken'];
      };
    };
    responses: {
      /** @description The company, who invites, and until when. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitationPreview'];
        };
      };
      /** @description The company is suspended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The token is unknown, used, expired or revoked. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  redeemInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "token": "token-of-the-invitation-or-reset",
         *       "username": "budi@example.com",
         *       "password": "correct horse battery staple"
         *     }
         */
        'application/json': components['schemas']['RedeemInvitation'];
      };
    };
    responses: {
      /** @description You are a member now; sign in. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RedeemedInvitation'];
        };
      };
      /** @description You are an operator, or your session was opened with a key. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The token is unknown, used, expired or revoked. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The username has an account with another password, or you are a member already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  resetPassword: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your own name for this request: 1 to 255 visible ASCII characters. Sent again by the same caller with the same body within 24 hours, it does nothing and answers as before, with `Idempotency-Replayed: true`; after ten minutes without secrets. Choose it at random, with at least 16 characters: who knows it and may act as you can read the secret again. With another body, or while the first is still under way: 409. A request that was refused may be sent again. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "username": "budi@example.com"
         *     }
         */
        'application/json': components['schemas']['NewPasswordReset'];
      };
    };
    responses: {
      /** @description The token for the person. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasswordReset'];
        };
      };
      /** @description You may not, or the person also belongs to another company. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have no such user. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The person is not an active member. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  previewPasswordReset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "token": "token-of-the-invitation-or-reset"
         *     }
         */
        'application/json': components['schemas']['PasswordResetToken'];
      };
    };
    responses: {
      /** @description Whose, and until when. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasswordResetPreview'];
        };
      };
      /** @description The token is unknown, used, expired or revoked. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  redeemPasswordReset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "token": "token-of-the-invitation-or-reset",
         *       "password": "correct horse battery staple"
         *     }
         */
        'application/json': components['schemas']['RedeemPasswordReset'];
      };
    };
    responses: {
      /** @description The password is changed and all your sessions have ended. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RedeemedPasswordReset'];
        };
      };
      /** @description The token is unknown, used, expired or revoked. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Too many failed attempts. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPlatformCompanies: {
    parameters: {
      query?: {
        /** @description How many items to return, 1 to 100. */
        limit?: number;
        /** @description The cursor that the previous page returned. */
        cursor?: string;
        /** @description Companies whose name or slug contains this, or whose external id or id is this. */
        q?: string;
        /** @description Companies in this status only. */
        status?: 'onboarding' | 'in_review' | 'approved' | 'rejected' | 'suspended' | 'closed';
        /** @description Companies whose new name waits for a decision only. */
        pendingName?: 'true';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of companies. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlatformCompanyPage'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createPlatformCompany: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your own name for this request: 1 to 255 visible ASCII characters. Sent again by the same caller with the same body within 24 hours, it does nothing and answers as before, with `Idempotency-Replayed: true`; after ten minutes without secrets. Choose it at random, with at least 16 characters: who knows it and may act as you can read the secret again. With another body, or while the first is still under way: 409. A request that was refused may be sent again. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Toko Melati",
         *       "slug": "toko-melati",
         *       "owner": {
         *         "username": "rina@example.com"
         *       }
         *     }
         */
        'application/json': components['schemas']['NewPlatformCompany'];
      };
    };
    responses: {
      /** @description The company, and the invitation of its Owner. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MadeCompany'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The slug or the external id is taken. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  renewOwnerInvitation: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your own name for this request: 1 to 255 visible ASCII characters. Sent again by the same caller with the same body within 24 hours, it does nothing and answers as before, with `Idempotency-Replayed: true`; after ten minutes without secrets. Choose it at random, with at least 16 characters: who knows it and may act as you can read the secret again. With another body, or while the first is still under way: 409. A request that was refused may be sent again. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The invitation with its new token. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnerInvitation'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The company is closed, or has an Owner. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  closeCompany: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The company, and the time from which its keys are rejected. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClosedCompany'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPlatformCompany: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The company. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlatformCompanyDetails'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  approveCompany: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "revision": 1
         *     }
         */
        'application/json': components['schemas']['SeenRevision'];
      };
    };
    responses: {
      /** @description The company, now approved. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlatformCompany'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The company is not in review, or has changed since you saw it. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  rejectCompany: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "revision": 1,
         *       "reason": "The name belongs to somebody else"
         *     }
         */
        'application/json': components['schemas']['CompanyRejection'];
      };
    };
    responses: {
      /** @description The company, now rejected. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlatformCompany'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The company is not in review, or has changed since you saw it. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  approveCompanyName: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "revision": 1
         *     }
         */
        'application/json': components['schemas']['SeenRevision'];
      };
    };
    responses: {
      /** @description The company with its new name. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlatformCompany'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No name is waiting, or the company has changed since you saw it. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  rejectCompanyName: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "revision": 1
         *     }
         */
        'application/json': components['schemas']['SeenRevision'];
      };
    };
    responses: {
      /** @description The company with its present name. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlatformCompany'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No name is waiting, or the company has changed since you saw it. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  suspendCompany: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "Invoices are unpaid"
         *     }
         */
        'application/json': components['schemas']['DecisionReason'];
      };
    };
    responses: {
      /** @description The company, and the time from which its keys are rejected. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SuspendedCompany'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The company is already suspended. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reinstateCompany: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The reinstated company. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlatformCompany'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The company is not suspended. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  setProductActivation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
        /** @example shipping */
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "enabled": true
         *     }
         */
        'application/json': components['schemas']['ProductActivation'];
      };
    };
    responses: {
      /** @description The product as the company has it now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedProductActivation'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  lookUpPlatformKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "key": "kunci_key-that-turned-up"
         *     }
         */
        'application/json': components['schemas']['KeyLookup'];
      };
    };
    responses: {
      /** @description The key and its company. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FoundPlatformKey'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key of a company has this secret. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  revokePlatformKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "Found in a public repository"
         *     }
         */
        'application/json': components['schemas']['RevokeReason'];
      };
    };
    responses: {
      /** @description The key, and the time from which it is rejected. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevokedPlatformKey'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPlatformProducts: {
    parameters: {
      query?: {
        /** @description How many items to return, 1 to 100. */
        limit?: number;
        /** @description The cursor that the previous page returned. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of products. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlatformProductPage'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createProduct: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your own name for this request: 1 to 255 visible ASCII characters. Sent again by the same caller with the same body within 24 hours, it does nothing and answers as before, with `Idempotency-Replayed: true`; after ten minutes without secrets. Choose it at random, with at least 16 characters: who knows it and may act as you can read the secret again. With another body, or while the first is still under way: 409. A request that was refused may be sent again. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "code": "shipping",
         *       "name": "Shipping",
         *       "grants": [],
         *       "permissions": [
         *         {
         *           "name": "parcels:read",
         *           "label": "Read parcels"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['NewProduct'];
      };
    };
    responses: {
      /** @description The new product. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlatformProduct'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description There is a product with this code, or another has a permission of this name. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateProduct: {
    parameters: {
      query?: {
        /** @description Removes permissions although keys hold them. */
        force?: 'true' | 'false';
      };
      header?: never;
      path: {
        /** @example shipping */
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Shipping"
         *     }
         */
        'application/json': components['schemas']['ProductPatch'];
      };
    };
    responses: {
      /** @description The product as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedProduct'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Keys hold what would be removed, another product has such a permission, or it is retired. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  retireProduct: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example shipping */
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The product, and the time from which its keys are rejected. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedProduct'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listServiceKeys: {
    parameters: {
      query?: {
        /** @description How many items to return, 1 to 100. */
        limit?: number;
        /** @description The cursor that the previous page returned. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of service keys. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceKeyPage'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  generateServiceKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your own name for this request: 1 to 255 visible ASCII characters. Sent again by the same caller with the same body within 24 hours, it does nothing and answers as before, with `Idempotency-Replayed: true`; after ten minutes without secrets. Choose it at random, with at least 16 characters: who knows it and may act as you can read the secret again. With another body, or while the first is still under way: 409. A request that was refused may be sent again. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Order backend",
         *       "permissions": [
         *         "keys:verify"
         *       ],
         *       "expiresAt": "2030-12-31"
         *     }
         */
        'application/json': components['schemas']['NewServiceKey'];
      };
    };
    responses: {
      /** @description The key, and its secret in full. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedServiceKey'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  revokeServiceKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key, and the time from which it is rejected. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevokedServiceKey'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPlatformUsers: {
    parameters: {
      query?: {
        /** @description How many items to return, 1 to 100. */
        limit?: number;
        /** @description The cursor that the previous page returned. */
        cursor?: string;
        /** @description People whose username contains this, in any case, or whose id is this; released ones too. */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of people. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlatformUserPage'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  releaseUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The released account, and the time from which its keys are rejected. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReleasedUser'];
        };
      };
      /** @description The caller is not an operator. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description They are the last Owner of a company that is not closed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMyNotifications: {
    parameters: {
      query?: {
        /** @description How many items to return, 1 to 100. */
        limit?: number;
        /** @description The cursor that the previous page returned. */
        cursor?: string;
        /** @description With `true`, those that are unread. */
        unread?: 'true';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of your notices. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationPage'];
        };
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  countMyNotifications: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The count. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnreadNotifications'];
        };
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readMyNotifications: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "upTo": "01900000-0000-7000-8000-000000000000"
         *     }
         */
        'application/json': components['schemas']['ReadNotifications'];
      };
    };
    responses: {
      /** @description How many are unread now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnreadNotifications'];
        };
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getLiveness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The instance runs. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The instance can serve requests. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      /** @description Its database does not answer within a second, or cannot write. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getMetrics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description In the Prometheus text format. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description It is open with a token, and this is not the one. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The metrics are closed. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSalesInvoices: {
    parameters: {
      query?: {
        /** @description How many items to return, 1 to 100. */
        limit?: number;
        /** @description The cursor that the previous page returned. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of invoices. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SalesInvoicePage'];
        };
      };
      /** @description The caller holds none of: sales-invoices:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createSalesInvoice: {
    parameters: {
      query?: never;
      header?: {
        /** @description Your own name for this request: 1 to 255 visible ASCII characters. Sent again by the same caller with the same body within 24 hours, it does nothing and answers as before, with `Idempotency-Replayed: true`; after ten minutes without secrets. Choose it at random, with at least 16 characters: who knows it and may act as you can read the secret again. With another body, or while the first is still under way: 409. A request that was refused may be sent again. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewSalesInvoice'];
      };
    };
    responses: {
      /** @description The new invoice. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SalesInvoice'];
        };
      };
      /** @description The caller holds none of: sales-invoices:create. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The number is taken. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSalesInvoice: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 01900000-0000-7000-8000-000000000000 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The invoice. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SalesInvoice'];
        };
      };
      /** @description The caller holds none of: sales-invoices:read. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The company has no such invoice. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  revokeCredentials: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "credentials": [
         *         "kunci_key-that-turned-up"
         *       ]
         *     }
         */
        'application/json': components['schemas']['CredentialReport'];
      };
    };
    responses: {
      /** @description The report was taken. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description More than ten calls within a minute. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
