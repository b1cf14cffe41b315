//! The main page of each service prefix that has several pages.

/// The prefixes with several pages, each with the name of its main page.
///
/// The table is needed because `serviceNames.json` may have the name of any page of a prefix. Source: the table of
/// contents of the reference, October 2026,
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>.
const MAIN_PAGES: &[(&str, &str)] = &[
    ("apigateway", "Amazon API Gateway Management"),
    ("aws-marketplace", "AWS Marketplace"),
    ("cloudformation", "AWS CloudFormation"),
    ("elasticloadbalancing", "AWS Elastic Load Balancing"),
    ("greengrass", "AWS IoT Greengrass"),
    ("kinesisanalytics", "Amazon Kinesis Analytics"),
    ("lex", "Amazon Lex"),
    ("ses", "Amazon SES"),
    ("sms-voice", "AWS End User Messaging SMS and Voice"),
];

/// Returns the name of the main page of a prefix, if the prefix has several pages.
pub(super) fn main_page(prefix: &str) -> Option<&'static str> {
    MAIN_PAGES.iter().find(|(known, _)| *known == prefix).map(|(_, name)| *name)
}
