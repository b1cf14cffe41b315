#[catalog::define::actions(service = "mailer")]
pub enum Action {
    Send,
}

fn main() {}
