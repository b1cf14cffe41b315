use catalog::action;

fn main() {
    action!("s3:SendEmail");
    action!("ec2:TagResource");
    action!("s3:GetItem");
}
