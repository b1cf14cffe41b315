use catalog::action;

fn main() {
    action!("s3:SendEmail");
    action!("s3:GetItem");
}
