use catalog::condition_key;

fn main() {
    condition_key!("ses:FromAdress");
    condition_key!("ses:");
    condition_key!("FromAddress");
    condition_key!("ses:From Address");
    condition_key!("nowhere:FromAddress");
    condition_key!(FROM);
    condition_key!("ses:FromAddress", service = "sse");
    condition_key!("ses:FromAddress", servce = "ses");
    condition_key!("ses:FromAddress", service = ses);
}
