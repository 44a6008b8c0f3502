/** An address that a user has proved to read. */
export interface VerifiedEmail {
  id: number;
  userId: number;
  email: string;
}

/** A number that a user has proved to answer, in E.164. */
export interface VerifiedPhone {
  id: number;
  userId: number;
  phoneNumber: string;
}
