#![deny(deprecated)]

const KEYS: &str = catalog::policy!({
    "Version": "2012-10-17",
    "Statement": {
        "Effect": "Allow",
        "Action": "s3:ListBucket",
        "Resource": "*",
        "Condition": {
            "StringEquals": { "s3:max-keys": "10" },
            "NumericLessThan": { "ec2:InstanceType": 10 },
            "ForAllValues:StringEquals": { "s3:prefix": "a" },
        },
    },
});

fn main() {
    println!("{KEYS}");
}
