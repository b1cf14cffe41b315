//! The services of the scenarios: their actions and resources, and the words of their policies.

/// A group of actions on the same resources.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Theme {
    pub(crate) actions: &'static [&'static str],
    pub(crate) resources: &'static [&'static str],
    /// Patterns of actions.
    pub(crate) action_patterns: &'static [&'static str],
    /// Patterns of resources.
    pub(crate) resource_patterns: &'static [&'static str],
    /// Whether requests can name several resources.
    pub(crate) takes_several: bool,
    /// The frequency of the theme.
    pub(crate) weight: usize,
}

/// The action patterns of every theme, most of which are not valid.
pub(crate) const ANY_ACTION: &[&str] = &["*:*", "**", "?", "s*:Get*", "*:Get*", "s3", "GetObject", "", ":*", "iam:*"];

/// The resource patterns of every theme.
pub(crate) const ANY_RESOURCE: &[&str] =
    &["**", "arn:*", "arn:aws:*", "arn:aws:*:*:*:*", "*:*", "bucket", "", "arn", "arn:aws:iam::*:user/*", "?"];

/// The themes.
pub(crate) const THEMES: &[Theme] = &[
    Theme {
        actions: &["s3:GetObject", "s3:PutObject", "s3:getobject"],
        resources: &[
            "arn:aws:s3:::bucket/alice/file",
            "arn:aws:s3:::bucket/red/file",
            "arn:aws:s3:::bucket/a:b",
            "arn:aws:s3:::other/file",
        ],
        action_patterns: &[
            "s3:GetObject",
            "s3:*",
            "s3:Get*",
            "S3:GETOBJECT",
            "s3:?etObject",
            "s3:*Object",
            "s3:PutObject",
        ],
        resource_patterns: &[
            "arn:aws:s3:::bucket/*",
            "arn:aws:s3:::bucket/${aws:username}/*",
            "arn:aws:s3:::bucket/${aws:PrincipalTag/team, 'red'}/*",
            "arn:aws:s3:::bucket/${aws:PrincipalTag/team, 'red'}/file",
            "arn:aws:s3:::bucket/${aws:PrincipalTag/team}/*",
            "arn:aws:s3:::bucket/alice/file",
            "arn:aws:s3",
            "arn:aws:s3:*",
            "arn:aws:s3*",
            "arn:aws:s*::*",
            "arn:aws:s3:::*",
        ],
        takes_several: false,
        weight: 5,
    },
    Theme {
        actions: &["s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:ListBucket"],
        resources: &["arn:aws:s3:::bucket"],
        action_patterns: &["s3:*BucketPolicy", "s3:*", "s3:GetBucketPolicy", "s3:List*"],
        resource_patterns: &["arn:aws:s3:::bucket", "arn:aws:s3:::buck??", "arn:aws:s3:::*", "arn:aws:s3:::bucket/*"],
        takes_several: false,
        weight: 3,
    },
    Theme {
        actions: &["s3:ListAllMyBuckets", "kms:ListKeys", "ec2:DescribeInstances"],
        resources: &["*"],
        action_patterns: &["s3:List*", "kms:*", "ec2:Describe*", "kms:ListKeys"],
        resource_patterns: &["arn:aws:s3:::*", "arn:aws:kms:*:*:*"],
        takes_several: false,
        weight: 1,
    },
    Theme {
        actions: &["sqs:SendMessage", "SQS:sendmessage", "sqs:DeleteQueue"],
        resources: &["arn:aws:sqs:eu-west-1:111122223333:queue", "arn:aws:sqs:eu-west-1:444455556666:queue"],
        action_patterns: &["sqs:SendMessage", "sqs:*", "sqs:Send*", "SQS:*MESSAGE"],
        resource_patterns: &[
            "arn:aws:sqs",
            "arn:aws:sqs:eu-west-1",
            "arn:aws:sqs:*",
            "arn:aws:sqs:*:queue",
            "arn:aws:sqs:*:111122223333:queue",
            "arn:aws:sqs:${aws:RequestedRegion}:*:queue",
            "arn:aws:sqs:*:*:${aws:PrincipalTag/team, 'queue'}",
            "arn:aws:sqs:*:*:*${aws:PrincipalTag/team}",
            "arn:aws:sqs:eu-west-?:${aws:PrincipalAccount}:*",
            "arn:*:sqs:eu-*-1:*:que*",
        ],
        takes_several: false,
        weight: 4,
    },
    Theme {
        actions: &["kms:Decrypt", "kms:RetireGrant", "kms:GenerateDataKey"],
        resources: &[
            "arn:aws:kms:eu-west-1:111122223333:key/1a2b",
            "arn:aws:kms:eu-west-1:444455556666:key/1a2b",
            "arn:aws:kms:eu-west-1:111122223333:alias/aws/s3",
            "arn:aws:kms:eu-west-1:111122223333:alias/mine",
        ],
        action_patterns: &["kms:Decrypt", "kms:*", "kms:De*", "kms:RetireGrant"],
        resource_patterns: &["arn:aws:kms:*:*:key/*", "arn:aws:kms:*", "arn:aws:kms:eu-west-1:111122223333:*"],
        takes_several: false,
        weight: 4,
    },
    Theme {
        actions: &["sts:AssumeRole", "sts:TagSession", "STS:assumerole"],
        resources: &["arn:aws:iam::111122223333:role/target", "arn:aws:iam::444455556666:role/team/target"],
        action_patterns: &["sts:AssumeRole", "sts:*", "sts:Assume*", "sts:TagSession"],
        resource_patterns: &[
            "arn:aws:iam::*:role/target",
            "arn:aws:iam::111122223333:role/*",
            "arn:aws:iam::${aws:PrincipalAccount}:role/*",
            "arn:aws:iam",
        ],
        takes_several: false,
        weight: 3,
    },
    Theme {
        actions: &["sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"],
        resources: &["arn:aws:iam::111122223333:role/target"],
        action_patterns: &["sts:AssumeRoleWithSAML", "sts:AssumeRoleWith*", "sts:AssumeRoleWithWebIdentity"],
        resource_patterns: &["arn:aws:iam::*:role/target", "arn:aws:iam::111122223333:role/*"],
        takes_several: false,
        weight: 1,
    },
    Theme {
        actions: &["sts:GetCallerIdentity", "sts:GetSessionToken", "sts:getcalleridentity"],
        resources: &["*"],
        action_patterns: &["sts:*", "sts:Get*"],
        resource_patterns: &["arn:aws:sts:::*"],
        takes_several: false,
        weight: 1,
    },
    Theme {
        actions: &["ec2:RunInstances"],
        resources: &[
            "arn:aws:ec2:eu-west-1:111122223333:instance/*",
            "arn:aws:ec2:eu-west-1::image/ami-1",
            "arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1",
            "arn:aws:ec2:eu-west-1:444455556666:subnet/subnet-2",
        ],
        action_patterns: &["ec2:RunInstances", "ec2:Run*", "ec2:*"],
        resource_patterns: &[
            "arn:aws:ec2:*:*:instance/*",
            "arn:aws:ec2:*::image/*",
            "arn:aws:ec2:*",
            "arn:aws:ec2:*:*:subnet/*",
            "arn:aws:ec2:eu-west-1:*:*",
        ],
        takes_several: true,
        weight: 2,
    },
    Theme {
        actions: &["ses:SendEmail", "lambda:InvokeFunction", "sns:Publish", "malformed", "sns:", "sns:Pub:lish"],
        resources: &[
            "arn:aws:ses:eu-west-1:111122223333:identity/example.com",
            "arn:aws:lambda:eu-west-1:444455556666:function:f:1",
            "arn:aws:sns:eu-west-1:111122223333:topic",
            "not-an-arn",
        ],
        action_patterns: &["ses:*", "lambda:Invoke*", "sns:Publish", "sns:*", "malformed"],
        resource_patterns: &[
            "arn:aws:ses:*:*:identity/*",
            "arn:aws:lambda:*:*:function:f",
            "arn:aws:lambda:*:*:function:*",
            "arn:aws:sns:*:*",
            "arn:aws:lambda:*:1",
            "not-an-arn",
        ],
        takes_several: false,
        weight: 3,
    },
];
