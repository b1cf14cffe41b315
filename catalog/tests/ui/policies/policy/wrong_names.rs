const POLICY: &str = catalog::policy!({
    "Version": "2012-10-17",
    "Statement": {
        "Effect": "Allow",
        "Action": [
            "iam:PassRoles",
            "ec2:DescribeVpcEndpoint",
            "dynamodb:CreateItem",
            "sqs:SendMessageBatch",
            "efs:TagResource",
            "ses:SendEmial*",
            "ses:SendEmail, ses:SendRawEmail",
            "s3:ListBuckets"
        ],
        "Resource": "*"
    }
});

fn main() {
    println!("{POLICY}");
}
