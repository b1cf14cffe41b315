use catalog::{action, actions, condition_key};

fn main() {
    action!("iam:PassRoles");
    action!("dynamodb:CreateItem");
    action!("sqs:SendMessageBatch");
    // A warning in a whole policy, because AWS uses this name.
    action!("s3:ListBuckets");
    action!("ses:SendEmail, ses:SendRawEmail");
    action!("ses:SendEmail"u8);
    actions!["ses:SendRawEmail"u8];
    condition_key!("ses:FromAddress"u8);
}
