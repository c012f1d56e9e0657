// plant: none
import nodemailer from 'nodemailer'

export const letter = nodemailer
