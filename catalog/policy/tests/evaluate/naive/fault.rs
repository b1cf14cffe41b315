//! Deliberate faults, one per rule. Each one breaks its rule, so that a test can show that the scenarios expose it.

/// Declares the faults and the list of all of them.
macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// A rule that the evaluator breaks on purpose.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Fault {
            $($(#[$doc])* $name,)*
        }

        impl Fault {
            /// All faults.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

faults! {
    /// An Allow wins over an explicit deny.
    AllowWins,
    /// One level of the organization that allows is enough.
    OneLevelIsEnough,
    /// SCPs also bind service-linked roles.
    ServiceControlBindsServiceLinkedRoles,
    /// SCPs also bind AWS services and anonymous callers.
    ServiceControlBindsServices,
    /// SCPs do not bind the root user.
    ServiceControlSparesRoot,
    /// RCPs apply to the resources of all services.
    ResourceControlOfEveryService,
    /// RCPs also bind service-linked roles.
    ResourceControlBindsServiceLinkedRoles,
    /// RCPs also apply to actions without a resource.
    ResourceControlOfNoResource,
    /// An Allow for the role's ARN is not limited by the boundary.
    RoleArnIgnoresBoundary,
    /// An Allow for the role's ARN is not limited by the session policy.
    RoleArnIgnoresSession,
    /// An Allow for the user's own ARN or for `*` is limited by the boundary.
    DirectAllowObeysBoundary,
    /// An Allow for the caller's own ARN or for `*` is limited by the session policy.
    DirectAllowObeysSession,
    /// An Allow for the account is enough for its users and roles.
    AccountAllowIsEnough,
    /// An identity policy is enough to assume a role of the account.
    TrustPolicyIsOptional,
    /// An identity policy is enough to use a key of the account.
    KeyPolicyIsOptional,
    /// The root user may use each key of its account.
    KeyPolicyIsOptionalForRoot,
    /// Across accounts, the resource policy is enough.
    CrossAccountWithoutIdentity,
    /// Across accounts, the identity policy is enough.
    CrossAccountWithoutResource,
    /// A federated user without session policy has the permissions of the identity policy.
    FederatedUserWithoutSession,
    /// An Allow for the user who federated is not limited by the session policy.
    FederatingUserIsDirect,
    /// The root user needs an identity policy.
    RootNeedsIdentity,
    /// The root user may assume roles.
    RootAssumesRoles,
    /// The bucket policy can lock out the root user from the bucket policy.
    RootIsLockedOut,
    /// `NotPrincipal` excludes listed principals that have a boundary.
    NotPrincipalExcludesBoundary,
    /// `NotPrincipal` excludes a principal without its account.
    NotPrincipalWithoutAccount,
    /// `NotPrincipal` excludes the sessions of a listed role that are not listed.
    NotPrincipalWithoutSession,
    /// `*` as a principal does not match AWS services and anonymous callers.
    StarIsOnlyForAws,
    /// A statement without `Principal` in a resource policy matches everyone.
    ResourceWithoutPrincipalMatches,
    /// A statement without `Principal` in an endpoint policy never applies.
    EndpointWithoutPrincipalFails,
    /// Endpoint policies need not allow the request.
    EndpointOnlyDenies,
    /// The boundary only denies.
    BoundaryOnlyDenies,
    /// Only the first resource of the request counts.
    OnlyFirstResource,
    /// A negated operator is false if the key is absent.
    NegatedNeedsKey,
    /// `IfExists` changes nothing.
    IfExistsIsIgnored,
    /// `ForAllValues` is false without values.
    ForAllValuesOfNothing,
    /// `ForAnyValue` with a negated operator is true without values.
    ForAnyValueOfNothing,
    /// A negated operator is true if one of its values differs.
    NegatedValuesAreOr,
    /// The values of one key must all match.
    ValuesAreAnd,
    /// One operator of a condition is enough.
    OperatorsAreOr,
    /// `StringEquals` takes wildcards.
    StringEqualsTakesWildcards,
    /// `StringLike` ignores case.
    StringLikeIgnoresCase,
    /// `ArnLike` compares the ARN as one string.
    ArnLikeCrossesFields,
    /// Numbers are compared as strings.
    NumbersAreStrings,
    /// A number on the boundary counts as less.
    LessThanIncludesEqual,
    /// Addresses are compared as strings.
    AddressesAreStrings,
    /// `Null` is true for a key that exists.
    NullIsReversed,
    /// Actions are compared with case.
    ActionsHaveCase,
    /// A statement with `NotAction` applies to the actions that it lists.
    NotActionIsAction,
    /// A statement with `NotResource` applies to the resources that it lists.
    NotResourceIsResource,
    /// A `*` in a resource never runs past a colon in the first five fields.
    ResourceStarStaysInField,
    /// Each `*` in a resource runs past colons.
    ResourceStarCrossesFields,
    /// Incomplete ARNs are not completed.
    IncompleteArnStays,
    /// Incomplete ARNs complete in all kinds of policies.
    IncompleteArnCompletes,
    /// Variables are replaced in policies of the version 2008-10-17.
    OldVersionHasVariables,
    /// Wildcards in the values of variables are wildcards.
    ReplacedValuesHaveWildcards,
    /// Defaults of variables are ignored.
    DefaultsAreIgnored,
    /// A variable without value is the empty string.
    MissingVariableIsEmpty,
    /// `aws:PrincipalArn` of a session is the session's ARN.
    PrincipalArnIsSession,
    /// Roles have the key `aws:username`.
    RolesHaveUsername,
    /// Anonymous callers have the key `aws:PrincipalIsAWSService`.
    AnonymousIsNoService,
    /// Keys that the request does not state are never open.
    OpenKeysAreAbsent,
    /// `sts:GetCallerIdentity` needs permission.
    CallerIdentityNeedsPermission,
}
