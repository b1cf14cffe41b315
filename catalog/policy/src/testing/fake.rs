//! A catalog of a few services, in three versions: with all facts, with names and types, or with names only.

use alloc::string::{String, ToString};

use crate::catalog::PolicyCatalog;
use catalog_core::{
    AccessLevel, AccessLevels, AuthorizingActionTable, AuthorizingActions, ConditionKeyType, NameKind,
    arn::ArnFormat,
    resolve::{Catalog, ServiceNames},
};

/// The catalog with all facts.
pub(crate) const FULL: Fake = Fake { facts: true, types: true };
/// The catalog with names and the types of condition keys, like the catalog of the macros.
pub(crate) const TYPED: Fake = Fake { facts: false, types: true };
/// The catalog with names only.
pub(crate) const NAMES: Fake = Fake { facts: false, types: false };

#[derive(Clone, Copy, Debug)]
pub(crate) struct Fake {
    facts: bool,
    types: bool,
}

/// An action: its name, the resource types that it accepts, its condition keys, and the actions that its caller also
/// needs.
type Action = (&'static str, &'static [usize], &'static [&'static str], &'static [&'static str]);

#[derive(Debug)]
pub(crate) struct Service {
    prefix: &'static str,
    actions: &'static [Action],
    keys: &'static [(&'static str, Option<ConditionKeyType>)],
    /// Condition keys that are known by name only.
    undefined: &'static [&'static str],
}

/// The names and ARN formats of the resource types. Actions refer to them by index.
const TYPES: &[(&str, &str)] = &[
    ("bucket", "arn:${Partition}:s3:::${BucketName}"),
    ("object", "arn:${Partition}:s3:::${BucketName}/${ObjectName}"),
    ("identity", "arn:${Partition}:ses:${Region}:${Account}:identity/${IdentityName}"),
    ("function", "arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}"),
    // The format of the policy of an identity is longer than that of an identity.
    ("policy", "arn:${Partition}:ses:${Region}:${Account}:identity/${IdentityName}/policy/${PolicyName}"),
    ("account", "arn:${Partition}:account::${Account}:account"),
    ("stack", "arn:${Partition}:cloudformation:${Region}:${Account}:stack/${StackName}/${Id}"),
    ("job", "arn:${Partition}:s3:${Region}:${Account}:job/${JobId}"),
    // No action accepts a lens.
    ("lens", "arn:${Partition}:s3:${Region}:${Account}:lens/${LensId}"),
    // The other services have no pages.
    ("queue", "arn:${Partition}:sqs:${Region}:${Account}:${Name}"),
    ("topic", "arn:${Partition}:sns:${Region}:${Account}:${Name}"),
    ("key", "arn:${Partition}:kms:${Region}:${Account}:${Name}"),
    ("table", "arn:${Partition}:dynamodb:${Region}:${Account}:${Name}"),
    ("repository", "arn:${Partition}:ecr:${Region}:${Account}:${Name}"),
    ("instance", "arn:${Partition}:ec2:${Region}:${Account}:${Name}"),
    ("unlisted", "arn:${Partition}:unlisted:${Region}:${Account}:${Name}"),
    ("role", "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"),
    // The page of another service has this type.
    ("plugin", "arn:${Partition}:ses:${Region}:${Account}:plugin/${Name}"),
];

/// The condition keys of an action that sets tags.
const TAGS: &[&str] = &["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys", "ses:FromAddress"];

/// The condition keys of actions that read and write items.
const OF_READS: &[&str] = &[
    "dynamodb:Attributes",
    "dynamodb:FirstPartitionKeyValues",
    "dynamodb:LeadingKeys",
    "dynamodb:ReturnConsumedCapacity",
    "dynamodb:Select",
];
const OF_WRITES: &[&str] = &[
    "dynamodb:Attributes",
    "dynamodb:FirstPartitionKeyValues",
    "dynamodb:LeadingKeys",
    "dynamodb:ReturnConsumedCapacity",
    "dynamodb:ReturnValues",
];

const SERVICES: &[Service] = &[
    // AWS's reference once listed more actions of this service. Tests use them as retired actions.
    Service { prefix: "account", actions: &[("ListRegions", &[], &[], &[])], keys: &[], undefined: &[] },
    Service { prefix: "cloudformation", actions: &[("CreateChangeSet", &[6], &[], &[])], keys: &[], undefined: &[] },
    Service {
        prefix: "dynamodb",
        actions: &[
            ("DeleteItem", &[], OF_WRITES, &[]),
            ("GetItem", &[], OF_READS, &[]),
            ("PutItem", &[], OF_WRITES, &[]),
            ("Query", &[], OF_READS, &[]),
            ("Scan", &[], OF_READS, &[]),
            ("UpdateItem", &[], OF_WRITES, &[]),
        ],
        keys: &[
            ("dynamodb:Attributes", Some(ConditionKeyType::ArrayOfString)),
            ("dynamodb:FirstPartitionKeyValues", Some(ConditionKeyType::ArrayOfString)),
            ("dynamodb:LeadingKeys", Some(ConditionKeyType::ArrayOfString)),
            ("dynamodb:ReturnConsumedCapacity", Some(ConditionKeyType::String)),
            ("dynamodb:ReturnValues", Some(ConditionKeyType::String)),
            ("dynamodb:Select", Some(ConditionKeyType::String)),
        ],
        undefined: &[],
    },
    Service { prefix: "hidden", actions: &[], keys: &[], undefined: &[] },
    Service {
        prefix: "iam",
        actions: &[("CreateServiceLinkedRole", &[9], &[], &[]), ("PassRole", &[9], &[], &[])],
        keys: &[("iam:PassedToService", Some(ConditionKeyType::String))],
        undefined: &[],
    },
    Service {
        prefix: "lambda",
        actions: &[("CreateFunction", &[3], &[], &["iam:PassRole"]), ("ListFunctions", &[], &[], &[])],
        keys: &[("lambda:Layer", Some(ConditionKeyType::ArrayOfString))],
        undefined: &[],
    },
    Service {
        prefix: "s3",
        actions: &[
            ("GetObject", &[1], &["s3:ExistingObjectTag/<key>"], &[]),
            ("GetObjectAcl", &[1], &["s3:NotDefined", "s3:Open/${Part}", "aws:NotDefined", "s3:maxkeys"], &[]),
            ("ListAllMyBuckets", &[], &[], &[]),
            ("ListBucket", &[0], &["s3:delimiter", "s3:max-keys", "s3:prefix"], &[]),
            ("TagResource", &[0, 7], &[], &[]),
        ],
        keys: &[
            ("s3:ExistingObjectTag/<key>", Some(ConditionKeyType::String)),
            ("s3:delimiter", Some(ConditionKeyType::String)),
            ("s3:max-keys", Some(ConditionKeyType::Numeric)),
            ("s3:maxkeys", Some(ConditionKeyType::Numeric)),
            ("s3:prefix", Some(ConditionKeyType::String)),
        ],
        undefined: &["s3:NotDefined", "s3:Open/${Part}", "aws:NotDefined"],
    },
    Service {
        prefix: "ses",
        actions: &[
            ("CreateTemplate", &[], &["ses:ExistingObjectTag/<key>", "ses:ResourceTag/${TagKey}"], &[]),
            ("GetSendQuota", &[], &[], &[]),
            ("PutIdentityPolicy", &[4], &[], &[]),
            ("SendEmail", &[2], TAGS, &[]),
            ("SendRawEmail", &[2], &["aws:ResourceTag/${TagKey}", "ses:FromAddress"], &[]),
        ],
        keys: &[
            ("ses:ExistingObjectTag/<key>", Some(ConditionKeyType::String)),
            ("ses:FromAddress", Some(ConditionKeyType::String)),
            ("ses:Header:${HeaderName}", Some(ConditionKeyType::String)),
            ("ses:ResourceTag/${TagKey}", Some(ConditionKeyType::String)),
            // A fact states that the type of this key is wrong.
            ("events:source", Some(ConditionKeyType::ArrayOfString)),
            // No action lists this key.
            ("ses:UnlistedKey", Some(ConditionKeyType::String)),
        ],
        undefined: &[],
    },
    Service {
        prefix: "sts",
        actions: &[
            ("AssumeRole", &[], &[], &[]),
            ("AssumeRoleWithSAML", &[], &["saml:aud", "saml:iss", "saml:sub_type"], &[]),
            (
                "AssumeRoleWithWebIdentity",
                &[],
                &[
                    "gitlab.com:namespace_id",
                    "gitlab.com:pipeline_source",
                    "saml:aud",
                    "saml:iss",
                    "sts:RoleSessionName",
                ],
                &[],
            ),
            ("GetCallerIdentity", &[], &[], &[]),
            ("SetSourceIdentity", &[], &[], &[]),
            ("TagSession", &[], &[], &[]),
        ],
        keys: &[
            ("saml:sub_type", Some(ConditionKeyType::String)),
            ("gitlab.com:namespace_id", Some(ConditionKeyType::String)),
            ("gitlab.com:pipeline_source", Some(ConditionKeyType::String)),
            ("saml:aud", Some(ConditionKeyType::String)),
            ("saml:iss", Some(ConditionKeyType::String)),
            ("sts:RoleSessionName", Some(ConditionKeyType::String)),
        ],
        undefined: &[],
    },
];

/// The table of the API operations that are not actions.
#[derive(Debug)]
struct Operations;

impl AuthorizingActionTable for Operations {
    fn action(&self, operation: u16, nth: usize) -> Option<&'static str> {
        (nth == 0).then_some(if operation == 0 { "s3:ListBucket" } else { "s3:GetObject" })
    }
}

impl ServiceNames for &'static Service {
    fn prefix(self) -> &'static str {
        self.prefix
    }
    fn name(self) -> &'static str {
        self.prefix
    }
    fn actions_are_left_out(self) -> bool {
        self.actions.is_empty()
    }
    fn names(self, kind: NameKind) -> impl Iterator<Item = &'static str> {
        let actions = self.actions.iter().filter(move |_| kind == NameKind::Action).map(|action| action.0);
        actions.chain(self.keys.iter().filter(move |_| kind == NameKind::ConditionKey).map(|key| key.0))
    }
    fn operation(self, name: &str) -> Option<AuthorizingActions> {
        let operation = ["ListObjectsV2", "CopyObject"].into_iter().zip(0..).find(|(known, _)| *known == name);
        operation.filter(|_| self.prefix == "s3").map(|(_, number)| AuthorizingActions::new(&Operations, number))
    }
}

impl Catalog for Fake {
    type Service = &'static Service;
    fn services(self) -> impl Iterator<Item = &'static Service> {
        SERVICES.iter()
    }
}

impl Fake {
    fn facts(self, service: &'static Service, action: usize) -> Option<Action> {
        service.actions.get(action).copied().filter(|_| self.facts)
    }
}

impl PolicyCatalog for Fake {
    type ResourceType = usize;
    fn resource_types(self, service: &'static Service, action: usize) -> Option<impl Iterator<Item = usize>> {
        self.facts(service, action).map(|action| action.1.iter().copied())
    }
    fn overlaps(self, pattern: &str) -> Option<impl Fn(usize) -> bool> {
        self.facts.then_some(|resource_type: usize| ArnFormat::new(TYPES[resource_type].1).unwrap().overlaps(pattern))
    }
    fn resource_types_of(self, service: &'static Service) -> Option<impl Iterator<Item = usize>> {
        // The page without actions has the types of all services without a page.
        let has_page = |own: &str| SERVICES.iter().any(|service| service.prefix == own);
        let is_of = move |resource_type: &usize| {
            let (name, format) = TYPES[*resource_type];
            let own = format.split(':').nth(2).unwrap();
            let is_elsewhere = name == "plugin" || !has_page(own);
            if is_elsewhere { service.prefix == "hidden" } else { own == service.prefix }
        };
        self.facts.then(|| (0..TYPES.len()).filter(is_of))
    }
    fn arn_formats(self, resource_type: usize) -> impl Iterator<Item = &'static str> {
        TYPES.get(resource_type).map(|(_, format)| *format).filter(|_| self.facts).into_iter()
    }
    fn describe(self, resource_type: usize) -> Option<(&'static str, &'static str)> {
        TYPES.get(resource_type).copied().filter(|_| self.facts)
    }
    fn action_keys(self, service: &'static Service, action: usize) -> Option<impl Iterator<Item = &'static str>> {
        self.facts(service, action).map(|action| action.2.iter().copied())
    }
    fn undefined_keys(self, service: &'static Service) -> impl Iterator<Item = &'static str> {
        service.undefined.iter().copied()
    }
    fn key_type(self, service: &'static Service, key: usize) -> Option<ConditionKeyType> {
        service.keys.get(key).filter(|_| self.types)?.1
    }
    fn access_levels(self, service: &'static Service, action: usize) -> Option<AccessLevels> {
        let manages = self.facts(service, action)?.0.ends_with("Policy");
        let level = if manages { AccessLevel::PermissionsManagement } else { AccessLevel::Read };
        Some(AccessLevels::from_levels(&[level]))
    }
    fn needs(self, service: &'static Service, action: usize) -> Option<impl Iterator<Item = String>> {
        self.facts(service, action).map(|action| action.3.iter().map(ToString::to_string))
    }
}
