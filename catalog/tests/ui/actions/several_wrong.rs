use catalog::{AnyAction, actions};

const SENDING: &[AnyAction] = &actions![
    "ses:Send*",
    "ses:Sned*",
    "ses:SendEmial",
    SendEmail,
    "*:SendEmail",
    "ses:[sS]end*",
    "ses:GetSendQuota",
];

fn main() {}
