use catalog::action;

fn main() {
    action!("evidently:CreateProject");
    action!("EVIDENTLY:createproject");
    action!("evidently:Frobnicate");
    action!("evidentl:CreateProject");
    action!("account:GetChallengeQuestions");
    action!("account:GetChallengeQuestion");
}
