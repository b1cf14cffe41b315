use catalog::action;

fn main() {
    action!("SendEmail");
    action!("Frobnicate");
    action!("ses.SendEmail");
    action!(":SendEmail");
    action!("ses:");
    action!("");
    action!(" ses:SendEmail");
    action!("ses:Send Email");
    action!("ses:Send/Email");
    action!("ses:Sénd");
    action!("s?s:SendEmail");
}
