use catalog::action;

const NAME: &str = "ses:SendEmail";

fn main() {
    action!(NAME);
    action!(concat!("ses:", "SendEmail"));
    action!(b"ses:SendEmail");
    action!(7);
    action!();
    action!("ses:SendEmail", "ses:SendRawEmail");
    action!("ses:SendEmail" "ses:SendRawEmail");
}
