const EFFECT: &str = "Allow";

const NO_JSON: &str = catalog::policy!({
    "Version": 2012_10_17,
    "Statement": [
        { 'S': 'x', Effect: EFFECT, "Action" = "ses:*", "Resource": concat!("*", "*") },
        { "Sid": b"a", "Effect": , "Action": ("ses:*"), , "Resource": "*"ending "NotAction" },
    ],
});
const NO_BRACES: &str = catalog::policy!("Version": "2012-10-17");
const NO_POLICY: &str = catalog::policy!(kind = "trust");

fn main() {
    println!("{NO_JSON}{NO_BRACES}{NO_POLICY}");
}
