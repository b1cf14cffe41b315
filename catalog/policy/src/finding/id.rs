//! The ids of all findings, each with its severity, reason, example and cure: what is written about one is made from here.

use core::fmt;

use super::Severity;
use catalog_core::nearest::Nearest;

/// Declares [`FindingId`], so that no id can lack one of its parts. `by facts` marks what [`FindingId::needs_facts`].
macro_rules! findings {
    (@needs facts) => { true };
    (@needs) => { false };
    ($($variant:ident $name:literal $severity:ident $(by $facts:ident)? {
        $reason:literal, $example:literal, $cure:literal
    })+) => {
        /// Which rule a finding speaks for: the word in `error[unknown-action]`. The words are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum FindingId { $(
            #[doc = concat!("**", stringify!($severity), ".** ", $reason)]
            #[doc = concat!("```json\n", $example, "\n```")]
            #[doc = $cure]
            $variant,
        )+ }

        impl FindingId {
            /// Every id, in the order in which a policy is gone through.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word for it: `unknown-action`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// How bad it is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// Whether the rule speaks only where more is known than names and the types of condition keys: which
            /// resources an action takes, which keys its requests carry, what else its caller needs. The macros do not
            /// know that, so what such a rule has to say is not found at compile time.
            #[must_use]
            pub const fn needs_facts(self) -> bool {
                match self { $(Self::$variant => findings!(@needs $($facts)?),)+ }
            }

            /// What the rule says, and why.
            #[must_use]
            pub const fn reason(self) -> &'static str {
                match self { $(Self::$variant => $reason,)+ }
            }

            /// What brings it about: a piece of a policy.
            #[must_use]
            pub const fn example(self) -> &'static str {
                match self { $(Self::$variant => $example,)+ }
            }

            /// What to do.
            #[must_use]
            pub const fn cure(self) -> &'static str {
                match self { $(Self::$variant => $cure,)+ }
            }
        }
    };
}

findings! {
    MalformedJson "malformed-json" Error {
        "The text is no JSON, or larger or deeper than a policy can be.",
        r#"{"Effect": "Allow", "Action": "sqs:ListQueues", "Resource": "*",}"#,
        "Mend the text where the finding points." }
    WrongType "wrong-type" Error {
        "An element has a value of a type that IAM does not take there, as a number where a string is wanted.",
        r#""Resource": 444455556666"#,
        "Write what the message asks for." }
    UnknownElement "unknown-element" Error {
        "An element that the policy language does not have. IAM refuses the policy.",
        r#""Actions": "ses:SendEmail""#,
        "Write the element that was meant, or remove it." }
    ElementCase "element-case" Error {
        "An element in other case than IAM's. The grammar spells elements as literal strings: only action names and condition keys are compared without regard to case.",
        r#""effect": "Allow""#,
        "Write it as IAM does." }
    RepeatedElement "repeated-element" Error {
        "An element, an operator of a condition or a key of an operator stands twice in one object. IAM refuses that, and other readers of JSON keep one of the two.",
        r#""StringEquals": {"aws:PrincipalTag/team": "a"}, "StringEquals": {"aws:PrincipalTag/team": "b"}"#,
        "Join the two, or remove one." }
    MissingElement "missing-element" Error {
        "An element is missing without which IAM refuses the policy, or it is an empty list.",
        r#"{"Effect": "Allow", "Action": "ses:SendEmail"}"#,
        "Add the element." }
    ConflictingElements "conflicting-elements" Error {
        "A statement has an element and its opposite, as `Action` and `NotAction`. IAM takes one of the two.",
        r#""Action": "ses:*", "NotAction": "ses:Delete*""#,
        "Keep one. What both say takes two statements." }
    ForbiddenElement "forbidden-element" Error {
        "An element that this kind of policy cannot have, as `Principal` in an identity policy.",
        r#""Principal": "*""#,
        "Remove it, or check the policy as what it is." }
    NeedlessId "needless-id" Warning {
        "AWS documents `Id` for resource policies alone.",
        r#""Id": "mailer""#,
        "Remove it." }
    EmptyElement "empty-element" Warning {
        "An empty list or object: nobody is named, or a condition asks for nothing. AWS takes it, and whoever wrote it meant something.",
        r#""Condition": {}"#,
        "Fill it, or remove what it stands in." }
    NoStatement "no-statement" Error {
        "A policy without any statement says nothing, and IAM refuses it.",
        r#""Statement": []"#,
        "Add a statement." }
    MissingVersion "missing-version" Warning {
        "Without `Version` a policy is of 2008-10-17, in which policy variables are plain text.",
        r#"{"Statement": {"Effect": "Allow", "Action": "cloudwatch:PutMetricData", "Resource": "*"}}"#,
        r#"Add `"Version": "2012-10-17"`."# }
    UnknownVersion "unknown-version" Error {
        "The version is neither 2012-10-17 nor 2008-10-17.",
        r#""Version": "2012-10-7""#,
        "Write 2012-10-17." }
    OldVersion "old-version" Note {
        "Version 2008-10-17 is that of old policies; policy variables are plain text in it.",
        r#""Version": "2008-10-17""#,
        "Write 2012-10-17." }
    EmptySid "empty-sid" Warning {
        "A `Sid` without a character names nothing.",
        r#""Sid": """#,
        "Remove it, or name the statement." }
    IllegalSid "illegal-sid" Error {
        "The `Sid` of an IAM policy holds ASCII letters and digits and nothing else.",
        r#""Sid": "send mail""#,
        "Leave the other characters out." }
    DuplicateSid "duplicate-sid" Error {
        "Two statements of one policy have the same `Sid`. IAM and Organizations refuse the policy.",
        r#""Sid": "Send" in two statements"#,
        "Name one of the two differently." }
    RepeatedSid "repeated-sid" Warning {
        "Two statements of one resource policy have the same `Sid`. Some services take that, and nobody can tell the two apart.",
        r#""Sid": "Send" in two statements of a bucket's policy"#,
        "Name one of the two differently." }
    UnknownEffect "unknown-effect" Error {
        "The effect is neither `Allow` nor `Deny`, with the capital letter.",
        r#""Effect": "allow""#,
        "Write `Allow` or `Deny`." }
    ForbiddenEffect "forbidden-effect" Error {
        "This kind of policy cannot have the effect: resource control policies can only deny.",
        r#""Effect": "Allow""#,
        "Write a `Deny` of what is not to be, or check the policy as what it is." }
    MalformedPrincipal "malformed-principal" Error {
        "The principal is none: `*`, an account, the ARN of a user, a role or a session, a service, a provider. A `*` stands for everybody and never for a part of a name; a resource control policy has no other.",
        r#""Principal": {"AWS": "arn:aws:iam::111122223333:role/*"}"#,
        "Name the principal in full; patterns go into a condition on `aws:PrincipalArn`." }
    PublicPrincipal "public-principal" Warning {
        "`Allow` for everybody, without a condition that narrows it.",
        r#""Effect": "Allow", "Principal": "*""#,
        "Name the principals, or add a condition, as on `aws:PrincipalOrgID`." }
    AllowNotPrincipal "allow-not-principal" Warning {
        "`Allow` with `NotPrincipal` grants to everybody who is not named, anonymous callers among them.",
        r#""Effect": "Allow", "NotPrincipal": {"AWS": "111122223333"}"#,
        "Name those who may, or deny with `NotPrincipal`." }
    MismatchedPrincipal "mismatched-principal" Warning {
        "None of the principals of a trust policy's statement can use the action, or the principal can use none of the actions: users, roles and services assume a role by `sts:AssumeRole`, who has signed in elsewhere by `sts:AssumeRoleWithSAML` or `sts:AssumeRoleWithWebIdentity`.",
        r#""Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/office"}, "Action": "sts:AssumeRole""#,
        "Write the action that the principals use." }
    OpenFederation "open-federation" Warning {
        "Whoever an OIDC provider vouches for may assume the role: no condition says who. Of some providers everybody is a user.",
        r#""Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/gitlab.com"}, "Action": "sts:AssumeRoleWithWebIdentity""#,
        "Add a condition on a key of the provider, as `gitlab.com:sub`." }
    SessionActionMissing "session-action-missing" Warning {
        "The service that a trust policy names assumes roles with a session tag or a source identity, and must be allowed to set them.",
        r#""Principal": {"Service": "pods.eks.amazonaws.com"}, "Action": "sts:AssumeRole""#,
        "Allow the actions that the message names." }
    ForbiddenAction "forbidden-action" Error {
        "An action that this kind of policy cannot have: in a trust policy one that does not assume the role, in a resource control policy `*` for all services.",
        r#""Principal": {"Service": "ec2.amazonaws.com"}, "Action": "s3:GetObject""#,
        "Move the action to a policy of another kind, or name the services." }
    MalformedAction "malformed-action" Error {
        "The text is no action and no pattern of actions: `service:Name`, with `*` and `?` in the name.",
        r#""Action": "ses:[sS]end*""#,
        "Write `service:Name`. Only `*` and `?` are special." }
    WildcardService "wildcard-service" Error {
        "A wildcard in the service part, which IAM wants in full.",
        r#""Action": "s*:Get*""#,
        "Write a pattern a service, or `*` alone." }
    UnknownService "unknown-service" Error {
        "No service has this prefix, and one has nearly this one.",
        r#""Action": "sess:SendEmail""#,
        "Write what the suggestion says. What does exist can be declared." }
    UncatalogedService "uncataloged-service" Warning {
        "AWS's pages have no service of this prefix, nor one like it: it is retired, not documented, or a mistake.",
        r#""Action": ["sumerian:ViewRelease", "s3:ListAllMyBuckets"]"#,
        "Look whether the service still exists, and declare its actions if so." }
    UnknownAction "unknown-action" Error {
        "The service has no such action, and one of nearly this name: it grants nothing.",
        r#""Action": "ses:SendEmial""#,
        "Write what the suggestion says. What does exist can be declared." }
    UncatalogedAction "uncataloged-action" Warning {
        "AWS's page of the service has no such action, and nothing so like it that it must be a typo: the action is retired, not documented, or a mistake.",
        r#""Action": ["sqs:BrowseQueue", "sqs:ReceiveMessage"]"#,
        "Look the action up, and declare it if it exists." }
    OperationNotAction "operation-not-action" Warning {
        "The name is that of an API operation, which actions of other names authorise: this one grants nothing.",
        r#""Action": "s3:ListObjectsV2""#,
        "Write the actions that the message names." }
    NoMatch "no-match" Warning {
        "The pattern matches no action of the service.",
        r#""Action": "ses:Sned*""#,
        "Write a pattern that does, or remove it." }
    RepeatedAction "repeated-action" Warning {
        "The same action, or the same pattern, stands twice in a statement.",
        r#""Action": ["ses:SendEmail", "ses:sendemail"]"#,
        "Remove one." }
    ShadowedAction "shadowed-action" Note {
        "Another pattern of the statement stands for the action already.",
        r#""Action": ["ses:Send*", "ses:SendEmail"]"#,
        "Remove it, or the pattern." }
    MalformedResource "malformed-resource" Error {
        "The resource is neither an ARN nor `*`, it is several in one string, or its partition is none.",
        r#""Resource": "mybucket/*""#,
        "Write the ARN: `arn:partition:service:region:account:resource`." }
    WildcardArnService "wildcard-arn-service" Error {
        "A wildcard where the service of an ARN stands, which IAM wants in full.",
        r#""Resource": "arn:aws:*:*:111122223333:*""#,
        "Write an ARN a service, or `*` alone." }
    IncompleteArn "incomplete-arn" Warning {
        "The ARN has fewer than six fields. AWS puts `*` into those that are missing, so that it stands for more than it seems to.",
        r#""Resource": "arn:aws:s3:mybucket/*""#,
        "Write every field: `arn:aws:s3:::mybucket/*`." }
    ArnField "arn-field" Warning {
        "A field of the ARN cannot be what stands in it: no region, no account of 12 digits, a region of IAM's, white space at its end. No resource has such an ARN.",
        r#""Resource": "arn:aws:sqs:eu-west-1:account-id:orders""#,
        "Write the region or the account, or `*`." }
    ResourceFitsNoAction "resource-fits-no-action" Warning by facts {
        "No action of the statement takes a resource of this form, as AWS's pages give the forms. They are sometimes stricter than AWS.",
        r#""Action": "s3:GetObject", "Resource": "arn:aws:s3:::mybucket""#,
        "Write the ARN of a resource that the actions take, or remove it." }
    ActionTakesNoResource "action-takes-no-resource" Warning by facts {
        "The action takes no resource, so that it is granted on `*` or not at all; the statement names others.",
        r#""Action": ["ec2:StopInstances", "ec2:DescribeInstances"], "Resource": "arn:aws:ec2:*:*:instance/*""#,
        r#"Move the action to a statement of its own with `"Resource": "*"`."# }
    ActionFitsNoResource "action-fits-no-resource" Warning by facts {
        "None of the resources of the statement is of a type that the action takes, as AWS's pages give their forms.",
        r#""Action": ["s3:ListBucket", "s3:GetObject"], "Resource": "arn:aws:s3:::mybucket/*""#,
        "Add the resource that the action takes, or remove the action." }
    DependentActionMissing "dependent-action-missing" Note by facts {
        "AWS's page says that a caller of this action needs another one besides, which the policy does not allow.",
        r#""Action": "lambda:CreateFunction" and no `iam:PassRole`"#,
        "Allow that one too, unless another policy does." }
    UnknownOperator "unknown-operator" Error {
        "IAM has no such operator, or it cannot stand with this set operator or ending.",
        r#""Condition": {"StringEqual": {"aws:username": "ann"}}"#,
        "Write what the suggestion says." }
    OperatorCase "operator-case" Note {
        "The operator is in other case than AWS writes it. IAM takes it; other tools may not.",
        r#""Condition": {"stringequals": {"aws:username": "ann"}}"#,
        "Write it as AWS does." }
    OperatorType "operator-type" Warning {
        "The operator compares values of another type than the key's, so that the condition never holds, or always does.",
        r#""Condition": {"NotIpAddress": {"aws:SourceVpc": "10.20.0.0/16"}}"#,
        "Use an operator of the key's type." }
    SetOperatorMissing "set-operator-missing" Warning {
        "The key carries several values in a request. Without `ForAnyValue:` or `ForAllValues:` it is not stated how they are compared.",
        r#""Condition": {"StringEquals": {"aws:TagKeys": "team"}}"#,
        "Put `ForAnyValue:` or `ForAllValues:` in front of the operator, whichever is meant." }
    SetOperatorNeedless "set-operator-needless" Warning {
        "The key carries one value in a request. `ForAllValues:` then holds where the key is missing, too.",
        r#""Condition": {"ForAllValues:StringEquals": {"aws:username": "ann"}}"#,
        "Remove the set operator." }
    MalformedConditionKey "malformed-condition-key" Error {
        "The text is no condition key: `service:Name`, or `aws:Name` for a global one.",
        r#""Condition": {"StringEquals": {"username": "ann"}}"#,
        "Write the key with its prefix." }
    UnknownConditionKey "unknown-condition-key" Error {
        "No service has such a key, and there is one of nearly this name.",
        r#""Condition": {"StringEquals": {"aws:SourceAcount": "111122223333"}}"#,
        "Write what the suggestion says. What does exist can be declared." }
    UncatalogedConditionKey "uncataloged-condition-key" Warning {
        "AWS's pages have no such key, and nothing so like it that it must be a typo: the key is retired, not documented, or a mistake.",
        r#""Condition": {"NumericLessThan": {"s3:content-length": "1048576"}}"#,
        "Look the key up, and declare it if it exists." }
    KeyOfNoAction "key-of-no-action" Warning by facts {
        "The key exists, but AWS's pages list it for none of the statement's actions, so that requests never carry it.",
        r#""Action": "ses:GetSendQuota", "Condition": {"StringEquals": {"ses:FromAddress": "a@example.com"}}"#,
        "Use a key of the actions, or a global one." }
    KeyNotOfAction "key-not-of-action" Warning by facts {
        "AWS's pages list the key for others of the statement's actions and not for this one, so that its requests never carry it: the condition never holds for it, or always does.",
        r#""Action": ["s3:ListBucket", "s3:GetObject"], "Condition": {"StringLike": {"s3:prefix": "home/*"}}"#,
        "Move the action to a statement without the condition, or with another." }
    TemplateKey "template-key" Error {
        "A part of the key stands for what its user fills in, and is not filled in.",
        r#""Condition": {"StringEquals": {"aws:RequestTag/${TagKey}": "mail"}}"#,
        "Write the tag's key, or whatever the part is for, in its place." }
    ValueType "value-type" Error {
        "The value cannot be of the type that the operator compares: no date, no number, no truth value, no IP range, no ARN.",
        r#""Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/33"}}"#,
        "Write a value of the type." }
    ValueForm "value-form" Warning {
        "The value is none that the key ever has: no account of 12 digits, no region, no organization, no VPC, no name of a service.",
        r#""Condition": {"StringEquals": {"aws:SourceAccount": "1111-2222-3333"}}"#,
        "Write a value as the message shows." }
    WildcardWithoutLike "wildcard-without-like" Warning {
        "A `*` or `?` is a plain character to the operator. A value that holds one equals nothing that was meant.",
        r#""Condition": {"StringEquals": {"aws:PrincipalTag/team": "mail-*"}}"#,
        "Use the operator with `Like` in its name, or write the value in full." }
    PrivateAddress "private-address" Warning {
        "`aws:SourceIp` is a public address. Private ones alone make a condition that never holds, or with `NotIpAddress` always does.",
        r#""Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}"#,
        "Write the public addresses, or use `aws:VpcSourceIp` for requests through a VPC endpoint." }
    SeveralBooleans "several-booleans" Warning {
        "A truth value is compared to more than one: the condition holds for both, or says the same twice.",
        r#""Condition": {"Bool": {"aws:SecureTransport": ["true", "false"]}}"#,
        "Keep one of them." }
    MalformedVariable "malformed-variable" Error {
        "A `${` that begins no policy variable, or a variable that no key can be.",
        r#""Resource": "arn:aws:s3:::home/${aws:username""#,
        "Close it, or write `${$}` for a dollar sign." }
    UnknownVariable "unknown-variable" Warning {
        "The policy variable names no condition key that is known. It has no value then, and nothing matches.",
        r#""Resource": "arn:aws:s3:::home/${aws:user}""#,
        "Write the key that was meant." }
    VariableNotReplaced "variable-not-replaced" Warning {
        "Policy variables have a meaning for the operators of texts and ARNs alone. The others compare `${` and what follows as it stands.",
        r#""Condition": {"NumericLessThan": {"s3:max-keys": "${aws:PrincipalTag/most}"}}"#,
        "Write the value, or use an operator of texts." }
    VariableInOldVersion "variable-in-old-version" Warning {
        "In a policy of version 2008-10-17, or of none, a policy variable is plain text.",
        r#""Resource": "arn:aws:s3:::home/${aws:username}""#,
        r#"Write `"Version": "2012-10-17"`."# }
    AllowNotAction "allow-not-action" Warning {
        "`Allow` with `NotAction` grants every other action, those of services to come among them.",
        r#""Effect": "Allow", "NotAction": "iam:*""#,
        "Allow the actions that are needed, or deny with `NotAction`." }
    AllowNotResource "allow-not-resource" Warning {
        "`Allow` with `NotResource` grants on every other resource, those to come among them.",
        r#""Effect": "Allow", "NotResource": "arn:aws:s3:::secret/*""#,
        "Allow the resources that are needed, or deny with `NotResource`." }
    AllowEverything "allow-everything" Warning {
        "The statement allows every action on every resource, under no condition.",
        r#""Effect": "Allow", "Action": "*", "Resource": "*""#,
        "Allow the actions that are needed." }
    TooLarge "too-large" Error {
        "The policy has more characters than AWS takes in this kind, white space not counted.",
        "A service control policy of 10,300 characters",
        "Join statements, use wildcards, or divide it into several policies." }
    Large "large" Warning {
        "The policy has more characters than most policies of its kind can have, white space not counted; some may have more: AWS's own, inline policies of a role.",
        "An identity policy of 6,200 characters",
        "Join statements, use wildcards, or divide it into several policies." }
    TooManyFindings "too-many-findings" Error {
        "The check has stopped: it had found more than anybody reads, or the policy asks for more work than any that AWS takes.",
        "A policy of 100,000 statements",
        "Mend what has been found, and check again." }
    UnneededAllow "unneeded-allow" Note {
        "The configuration allows a finding that there is not.",
        r#"allow = ["empty-sid"]"#,
        "Remove the entry." }
    UnneededAction "unneeded-action" Note {
        "The configuration declares actions that no policy needs declared: the catalog has them, or nobody names them.",
        r#"[actions] allow = ["ses:SendEmail"]"#,
        "Remove the entry." }
    UnneededConditionKey "unneeded-condition-key" Note {
        "The configuration declares condition keys that no policy needs declared.",
        r#"[condition-keys] allow = ["aws:username"]"#,
        "Remove the entry." }
}

impl FindingId {
    /// The id of a word.
    ///
    /// ```
    /// use catalog::policy::FindingId;
    /// assert_eq!(FindingId::from_name("unknown-action"), Some(FindingId::UnknownAction));
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|id| id.name() == name)
    }

    /// The id that was meant by a wrong word, if one is near.
    ///
    /// ```
    /// use catalog::policy::FindingId;
    /// assert_eq!(FindingId::nearest("unknown-actoin"), Some(FindingId::UnknownAction));
    /// assert_eq!(FindingId::nearest("frobnicate"), None);
    /// ```
    #[must_use]
    pub fn nearest(wrong: &str) -> Option<Self> {
        let mut nearest = Nearest::new(wrong);
        for id in Self::ALL {
            nearest.offer(id.name());
        }
        nearest.best().and_then(Self::from_name)
    }

    /// Whether a [`Config`](crate::Config) can allow it. Where the check could not go on, nobody knows what it
    /// would have found.
    #[must_use]
    pub const fn can_be_allowed(self) -> bool {
        !matches!(self, Self::MalformedJson | Self::TooManyFindings)
    }
}

impl fmt::Display for FindingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kebab_case_differ_and_lead_back() {
        for (position, id) in FindingId::ALL.iter().enumerate() {
            assert_eq!(FindingId::from_name(id.name()), Some(*id));
            assert_eq!(FindingId::ALL.iter().position(|other| other.name() == id.name()), Some(position));
            assert!(id.name().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{id}");
            assert!(id.reason().ends_with('.') && id.cure().ends_with('.'), "{id}");
        }
    }
}
