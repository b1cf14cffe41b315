const SEND: &str = catalog::policy!({
    "Version": "2012-10-17",
    "Statement": {
        "Effect": "Allow",
        "Action": ["ses:SendEmial", r"ses:Send[RE]*"],
        "Resource": "*",
        "Condition": { "StringLik": { "ses:FromAdress": "*@example.com" } },
    },
});

fn main() {
    println!("{SEND}");
}
