const MISSING: &str = catalog::policy!({
    "Version": "2012-10-17",
    "Statement": [
        { "Effect": "Allow", "Action": "ses:SendEmail" },
        { "Effect": "Allow", "Action": 1, "Resource": "*", "Efect": "Deny" },
    ],
});
const TWICE: &str = catalog::policy!({
    "Version": "2012-10-17",
    "Statement": { "Effect": "Allow", "Effect": "Deny", "Action": "ses:SendEmail", "Resource": "*" },
});
const TRUST: &str = catalog::policy!(kind = "trust", {
    "Version": "2012-10-17",
    "Statement": { "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*" },
});

fn main() {
    println!("{MISSING}{TWICE}{TRUST}");
}
