use catalog::{AnyAction, actions};

const RETIRED: &[AnyAction] = &actions![
    "account:*",
    "account:GetChallenge*",
    "account:GetChallengeQuestions",
    "evidently:*",
    "evidently:Create*",
    "evidently:CreateProject",
];

fn main() {}
