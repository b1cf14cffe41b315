use catalog::action;

fn main() {
    action!("sse:SendEmail");
    action!("email:SendRawEmail");
    action!("nowhere:Frobnicate");
}
