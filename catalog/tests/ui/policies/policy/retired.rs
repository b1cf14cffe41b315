// The findings are only warnings by default. This lint level makes them errors.
#![deny(deprecated)]

const RETIRED: &str = catalog::policy!({
    "Version": "2012-10-17",
    "Statement": { "Effect": "Deny", "Action": ["evidently:CreateProject", "account:GetChallenge*"], "Resource": "*" },
});

fn main() {
    println!("{RETIRED}");
}
