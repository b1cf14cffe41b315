//! A policy that is checked while the program compiles:
//! `cargo run -p catalog --example checked_policy --features policy-macros`.

use catalog::policy;

/// With a typo in any of the names, this program does not compile. `include_policy!` does the same for a file.
const MAILER: &str = policy!({
    "Version": "2012-10-17",
    "Statement": {
        "Effect": "Allow",
        "Action": ["ses:SendEmail", "ses:SendRawEmail"],
        "Resource": "*",
        "Condition": {"StringLike": {"ses:FromAddress": "*@example.com"}}
    }
});

pub(crate) fn main() {
    println!("{MAILER}");
    assert!(MAILER.contains("ses:SendEmail"));
}
